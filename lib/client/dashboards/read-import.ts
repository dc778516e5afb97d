import { isJsonObject, type Json, type JsonObject } from "@/lib/shared/json";
import { findJsonError } from "./find-json-error";

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
  const parsed = parseWithPlace(text);
  if ("problem" in parsed) return { kind: "problem", message: parsed.problem };
  const { value } = parsed;
  if (!isJsonObject(value)) return problem("This is JSON, but not a dashboard: it must be an object in { }.");
  const document = isJsonObject(value.dashboard) ? value.dashboard : value;
  if (typeof document.spec === "object") {
    return problem(
      "This is a Kubernetes resource or a dashboard of schema v2. Export it from Grafana as classic JSON.",
    );
  }
  if (typeof document.title !== "string" || document.title.trim() === "") {
    return problem('The dashboard has no title. Add "title" at its top level.');
  }
  const panels = Array.isArray(document.panels) ? document.panels.length : 0;
  return {
    kind: "dashboard",
    document,
    title: document.title,
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

function parseWithPlace(text: string): { value: Json } | { problem: string } {
  try {
    return { value: JSON.parse(text) as Json };
  } catch {
    const position = findJsonError(text) ?? text.length;
    const before = text.slice(0, position);
    const line = before.split("\n").length;
    const column = position - before.lastIndexOf("\n");
    const found = text.charAt(position);
    const what = found === "" ? "it ends too early" : `${JSON.stringify(found)} is not expected there`;
    return { problem: `The JSON cannot be read at line ${line}, column ${column}: ${what}.` };
  }
}
