import { toPortable } from "@/lib/shared/dashboards/export/to-portable";
import { type ExportedFile, type ExportInput, indented, spelled } from "./exported-file";
import { assertClassic } from "./schema-v2-files";

/** The stored document, laid out for reading: deep-equal to what was imported, numbers and order of keys included. */
export async function jsonFile({ dashboard, text }: ExportInput): Promise<ExportedFile> {
  return { body: await indented(text), type: "application/json", fileName: `${dashboard.uid}.json` };
}

export async function portableFile(input: ExportInput): Promise<ExportedFile> {
  assertClassic(input, "for sharing");
  const portable = toPortable(input.document, input.datasources);
  const body = await indented(await spelled(portable, input));
  return { body, type: "application/json", fileName: `${input.dashboard.uid}.portable.json` };
}
