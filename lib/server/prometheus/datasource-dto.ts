import type { Prisma } from "@/generated/prisma/client";
import { encryptSecret } from "@/lib/server/secrets";
import { AppError } from "@/lib/shared/errors";
import type { Datasource } from "@/lib/shared/prometheus/datasource";
import { Matchers } from "./datasource";
import { datasourceSecretBinding } from "./datasource-secret-binding";

type DatasourceRow = Prisma.DatasourceGetPayload<object>;

export function toDatasource(row: DatasourceRow): Datasource {
  return {
    uid: row.uid,
    name: row.name,
    url: row.url,
    matchers: Matchers.parse(row.matchers),
    enforceConflict: row.enforceConflict === "error" ? "error" : "empty",
    hasHeaders: row.headersEncrypted !== null,
    isDefault: row.isDefault,
    updatedAt: row.updatedAt.toISOString(),
  };
}

/** The column for secret headers; none are null. */
export function encryptHeaders(
  headers: Record<string, string>,
  binding: { tenantId: string; url: string },
): string | null {
  if (Object.keys(headers).length === 0) return null;
  return encryptSecret(JSON.stringify(headers), datasourceSecretBinding(binding));
}

export function noDatasource(uid: string): AppError {
  return new AppError("NOT_FOUND", `There is no datasource "${uid}" in this tenant.`);
}
