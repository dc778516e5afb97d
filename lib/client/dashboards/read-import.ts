import { parseJson } from "@/lib/shared/dashboards/json-text/parse-json";
import { findV2Spec } from "@/lib/shared/dashboards/schema-v2/find-v2-spec";
import { unwrapDocument } from "@/lib/shared/dashboards/unwrap-document";
import { isJsonObject, type Json, type JsonObject } from "@/lib/shared/json";

export interface ImportInput {
  name: string;
  label: string;
  kind: "datasource" | "constant";
  /** For constants, what the author suggests. */
  value: string;
}

export type ImportReading =
  | { kind: "dashboard"; document: JsonObject; title: string; panels: number; inputs: ImportInput[] }
  | { kind: "problem"; message: string };

/** Reads pasted JSON: a dashboard itself, or one wrapped as Grafana's API answers it. Problems name their place. */
export function readImport(text: string): ImportReading {
  const parsed = parseJson(text);
  if ("problem" in parsed) return { kind: "problem", message: parsed.problem };
  const { value } = parsed;
  if (!isJsonObject(value)) return problem("This is JSON, but not a dashboard: it must be an object in { }.");
  const { document } = unwrapDocument(value);
  const { title } = findV2Spec(document) ?? document;
  if (typeof title !== "string" || title.trim() === "") {
    return problem('The dashboard has no title. Add "title" at its top level.');
  }
  const panels = Array.isArray(document.panels) ? document.panels.length : 0;
  return {
    kind: "dashboard",
    document,
    title,
    panels,
    inputs: readInputs(document.__inputs),
  };
}

function problem(message: string): ImportReading {
  return { kind: "problem", message };
}

function readInputs(inputs: Json | undefined): ImportInput[] {
  if (!Array.isArray(inputs)) return [];
  return inputs.filter(isJsonObject).flatMap((input) => {
    if (typeof input.name !== "string") return [];
    const label = typeof input.label === "string" && input.label !== "" ? input.label : input.name;
    const kind = input.type === "datasource" ? ("datasource" as const) : ("constant" as const);
    return [{ name: input.name, label, kind, value: typeof input.value === "string" ? input.value : "" }];
  });
}
