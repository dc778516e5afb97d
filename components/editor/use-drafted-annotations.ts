import { useMemo } from "react";
import { listAnnotations } from "@/lib/shared/dashboards/edit/annotations";
import { isJsonObject, type JsonObject } from "@/lib/shared/json";
import { useDraftDocument } from "./draft-context";

const most = 50;

/** The annotations of the draft in Grafana's form, as the server is asked for them. */
export function useDraftedAnnotations(): JsonObject[] {
  const list = listAnnotations(useDraftDocument());
  return useMemo(() => list.filter(isJsonObject).slice(0, most), [list]);
}
