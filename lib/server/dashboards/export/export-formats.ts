import { AppError } from "@/lib/shared/errors";
import { configMapFile } from "./config-map-file";
import type { ExportedFile, ExportInput } from "./exported-file";
import { jsonFile, portableFile } from "./json-files";
import { operatorFile } from "./operator-file";
import { provisioningFile } from "./provisioning-files";
import { terraformFile } from "./terraform-file";

/** One way to write a dashboard a format; a new one is one line here. */
const exportFormats = {
  json: jsonFile,
  portable: portableFile,
  configmap: configMapFile,
  operator: operatorFile,
  terraform: terraformFile,
  provisioning: provisioningFile,
} as const satisfies Record<string, (input: ExportInput) => Promise<ExportedFile>>;

export type ExportFormat = keyof typeof exportFormats;

export function readFormat(format: string): ExportFormat {
  if (Object.hasOwn(exportFormats, format)) return format as ExportFormat;
  const formats = Object.keys(exportFormats);
  throw new AppError(
    "INVALID_INPUT",
    `The format "${format.slice(0, 40)}" is not known. Known: ${formats.join(", ")}.`,
    { formats },
  );
}

export function writeFormat(format: ExportFormat, input: ExportInput): Promise<ExportedFile> {
  return exportFormats[format](input);
}
