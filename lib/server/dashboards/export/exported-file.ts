import { inTurns } from "@/lib/server/in-turns";
import type { DashboardSummary } from "@/lib/shared/dashboards/dashboard";
import type { KnownDatasource } from "@/lib/shared/dashboards/export/to-portable";
import { toStandalone } from "@/lib/shared/dashboards/export/to-standalone";
import { indentJsonInSteps } from "@/lib/shared/dashboards/json-text/indent-json";
import type { JsonObject } from "@/lib/shared/json";
import { carryOverInTurns } from "../carry-over-in-turns";

export interface ExportedFile {
  body: string | ReadableStream<Uint8Array>;
  type: string;
  fileName: string;
}

export interface ExportInput {
  dashboard: Pick<DashboardSummary, "uid" | "title" | "folderUid" | "folderTitle">;
  document: JsonObject;
  /** The document as it is stored. */
  text: string;
  datasources: readonly ExportedDatasource[];
}

export interface ExportedDatasource extends KnownDatasource {
  isDefault: boolean;
  /** Where the console answers for it. */
  gatewayUrl: string;
}

/** A changed copy of the document as text: what did not change keeps the spelling that is stored. */
export function spelled(changed: JsonObject, { text }: Pick<ExportInput, "text">): Promise<string> {
  return carryOverInTurns(text, JSON.stringify(changed));
}

export async function indented(text: string): Promise<string> {
  return `${await inTurns(indentJsonInSteps(text))}\n`;
}

/** The document for files that Grafana reads by itself, where nobody is asked for inputs. */
export function standaloneText(input: ExportInput): Promise<string> {
  const { dashboard, document, datasources } = input;
  return spelled(toStandalone(document, dashboard.uid, datasources[0]?.uid ?? "prometheus"), input);
}

/** A Kubernetes name: lower case, digits and dashes, at most 63. */
export function resourceName(text: string, fallback = "dashboard"): string {
  const name = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 63)
    .replace(/^-+|-+$/g, "");
  return name || fallback;
}
