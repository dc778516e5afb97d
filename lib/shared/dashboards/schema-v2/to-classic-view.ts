import type { JsonObject } from "@/lib/shared/json";
import { compact, readObject, readString } from "../read-json";
import type { DashboardDocument } from "../reading-model";
import { findV2Spec } from "./find-v2-spec";
import { viewAnnotations } from "./view-annotations";
import { viewLayout } from "./view-layout";
import { viewVariables } from "./view-variables";

const tooltips: Record<string, number> = { Off: 0, Crosshair: 1, Tooltip: 2 };

/**
 * What is drawn of a document: the document itself, or, of schema v2, its panels on the classic grid. For reading only:
 * tabs and rules of v2 have no place in the classic model, so it is never stored, published or edited.
 */
export function toClassicView(document: DashboardDocument): DashboardDocument {
  const spec = findV2Spec(document);
  if (!spec) return document;
  const time = readObject(spec.timeSettings);
  const name = spec === document ? undefined : readObject(document.metadata).name;
  return compact({
    uid: name,
    title: spec.title,
    description: spec.description,
    tags: spec.tags,
    graphTooltip: tooltips[readString(spec.cursorSync)],
    time: { from: readString(time.from, "now-6h"), to: readString(time.to, "now") },
    timezone: time.timezone,
    refresh: readString(time.autoRefresh),
    timepicker: { refresh_intervals: time.autoRefreshIntervals ?? [] },
    links: spec.links,
    annotations: { list: viewAnnotations(spec.annotations) },
    templating: { list: viewVariables(spec.variables) },
    panels: viewLayout(readObject(spec.elements), spec.layout),
  } as JsonObject);
}
