import { readDocumentFacts } from "@/lib/shared/dashboards/document-facts";
import { findOddities } from "@/lib/shared/dashboards/findings/find-oddities";
import type { ImportFinding } from "@/lib/shared/dashboards/findings/finding";
import type { ImportPart } from "@/lib/shared/dashboards/import-forms/import-part";
import { splitImport } from "@/lib/shared/dashboards/import-forms/split-import";
import { minifyJson } from "@/lib/shared/dashboards/json-text/minify-json";
import { memberText } from "@/lib/shared/dashboards/json-text/scan-json";
import { unwrapDocument } from "@/lib/shared/dashboards/unwrap-document";
import { AppError } from "@/lib/shared/errors";
import { isJsonObject, type Json } from "@/lib/shared/json";

export interface ImportInput {
  name: string;
  label: string;
  kind: "datasource" | "constant";
  /** For constants, what the author suggests. */
  value: string;
}

export interface ReadableFile {
  /** Where it came from: a path in a zip, a file's name, an address. */
  path: string;
  /** As it was written, without white space: what is sent. */
  text: string;
  title: string;
  panels: number;
  inputs: ImportInput[];
  findings: ImportFinding[];
  /** From our own archives, for a document that names no uid. */
  uid?: string;
}

export type ImportFile = ReadableFile | { path: string; problem: string };

/** Reads all dashboards in a text, whatever holds them; at least one line is told of each text. */
export async function readImportText(path: string, given: string): Promise<ImportFile[]> {
  return (await splitImport(path, given)).map((part) => ("problem" in part ? part : readImportPart(part)));
}

/** A dashboard itself, or one wrapped in an envelope. */
function readImportPart({ path, text: given, value }: Exclude<ImportPart, { problem: string }>): ImportFile {
  const text = minifyJson(given);
  const { document, key } = unwrapDocument(value);
  try {
    const { title, panels } = readDocumentFacts(document);
    const findings = findOddities(document, key === null ? text : (memberText(text, key) ?? text));
    return { path, text, title, panels, inputs: readInputs(document.__inputs), findings };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { path, problem: error.message };
  }
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
