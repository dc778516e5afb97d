import type { ImportPart } from "@/lib/shared/dashboards/import-forms/import-part";
import { isOtherYaml } from "@/lib/shared/dashboards/import-forms/is-other-yaml";
import { splitImport } from "@/lib/shared/dashboards/import-forms/split-import";
import { decodeJson } from "@/lib/shared/dashboards/json-text/decode-json";
import type { ZippedFile } from "./read-zip";

/** Files of other kinds, and what file managers put beside them, are passed over. */
export function isDashboardFile(path: string): boolean {
  return (
    /\.(?:json|ya?ml|zip)$/i.test(path) &&
    !path.split("/").some((part) => /^\.[^./]/.test(part) || part === "__MACOSX")
  );
}

/** The dashboards of one file of an archive. */
export async function readArchivedFile({ path, bytes, problem }: ZippedFile): Promise<ImportPart[]> {
  if (/\.zip$/i.test(path)) {
    return [{ path, problem: "It is an archive inside an archive. Unpack it and import it by itself." }];
  }
  if (bytes === null) return [{ path, problem: problem ?? "It cannot be unpacked." }];
  const text = decodeJson(bytes);
  if (text === null) return [{ path, problem: "It is neither UTF-8 nor UTF-16. Save it as UTF-8." }];
  return isOtherYaml(path, text) ? [] : splitImport(path, text);
}
