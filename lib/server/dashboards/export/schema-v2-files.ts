import { isDashboardResource, isV2Document } from "@/lib/shared/dashboards/schema-v2/find-v2-spec";
import { AppError } from "@/lib/shared/errors";
import { isJsonObject, type JsonObject } from "@/lib/shared/json";
import type { ExportInput } from "./exported-file";

export function assertClassic({ document }: ExportInput, purpose: string): void {
  if (!isV2Document(document)) return;
  throw new AppError(
    "INVALID_INPUT",
    `This dashboard is of schema v2, which has no form ${purpose}. Export it as JSON, or for the Grafana operator.`,
    { field: "format" },
  );
}

/** The resource of a v2 document; a bare spec gets one around it. */
export function toV2Resource(document: JsonObject, uid: string): JsonObject {
  const isResource = isDashboardResource(document);
  const metadata = isResource && isJsonObject(document.metadata) ? document.metadata : {};
  const { apiVersion = "dashboard.grafana.app/v2beta1", kind = "Dashboard" } = isResource ? document : {};
  const spec = isResource ? (document.spec ?? {}) : document;
  const { annotations } = metadata;
  return { apiVersion, kind, metadata: { name: uid, ...(annotations ? { annotations } : {}) }, spec };
}
