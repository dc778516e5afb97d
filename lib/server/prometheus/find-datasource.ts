import { withTenant } from "@/lib/server/db";
import { decryptSecret } from "@/lib/server/secrets";
import type { TenantContext } from "@/lib/server/tenants/context";
import { getQuota } from "@/lib/server/tenants/quota";
import { AppError } from "@/lib/shared/errors";
import { Matchers, type PrometheusDatasource, UpstreamHeaders } from "./datasource";
import { datasourceSecretBinding } from "./datasource-secret-binding";

/** All datasources of the tenant with their secrets, the default one first. */
export async function listDatasourcesWithSecrets(ctx: TenantContext): Promise<PrometheusDatasource[]> {
  const tenantId = ctx.tenant.id;
  const { rows, queriesPerMinute } = await withTenant(ctx, async (tx) => ({
    rows: await tx.datasource.findMany({
      where: { tenantId },
      omit: { headersEncrypted: false },
      orderBy: [{ isDefault: "desc" }, { createdAt: "asc" }],
    }),
    queriesPerMinute: await getQuota(tx, ctx, "queriesPerMinute"),
  }));
  return rows.map((row) => ({
    id: row.id,
    tenantId,
    uid: row.uid,
    name: row.name,
    url: row.url,
    matchers: Matchers.parse(row.matchers),
    headers: row.headersEncrypted
      ? UpstreamHeaders.parse(JSON.parse(decryptSecret(row.headersEncrypted, datasourceSecretBinding(row))))
      : {},
    enforceConflict: row.enforceConflict === "error" ? "error" : "empty",
    revision: row.revision,
    queriesPerMinute,
  }));
}

/** `default` names the tenant's default datasource when none has that uid. */
export async function getDatasourceWithSecrets(
  ctx: TenantContext,
  uid: string,
): Promise<PrometheusDatasource> {
  const all = await listDatasourcesWithSecrets(ctx);
  const found = all.find((datasource) => datasource.uid === uid) ?? (uid === "default" ? all[0] : undefined);
  if (!found) throw new AppError("NOT_FOUND", `There is no datasource "${uid}" in this tenant.`);
  return found;
}

/**
 * What a dashboard means: a uid, else a name; nothing, `default` or a placeholder like `${DS_PROMETHEUS}` that no
 * variable fills means the tenant's default.
 */
export function pickDatasource(
  datasources: readonly PrometheusDatasource[],
  reference: string | undefined,
): PrometheusDatasource | undefined {
  const [first] = datasources;
  const open =
    reference === undefined || reference === "" || reference === "default" || reference.includes("$");
  if (open) return first;
  return (
    datasources.find((datasource) => datasource.uid === reference) ??
    datasources.find((datasource) => datasource.name.toLowerCase() === reference.toLowerCase())
  );
}
