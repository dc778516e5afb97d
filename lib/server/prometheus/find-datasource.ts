import { LRUCache } from "lru-cache";
import { z } from "zod";
import { queryUnscoped } from "@/lib/server/db";
import { decryptSecret } from "@/lib/server/secrets";
import { SharedLookup } from "@/lib/server/shared-lookup";
import type { TenantContext } from "@/lib/server/tenants/context";
import { AppError } from "@/lib/shared/errors";
import { quotas as defaults } from "@/lib/shared/tenants/quotas";
import { Matchers, type PrometheusDatasource, UpstreamHeaders } from "./datasource";
import { datasourceSecretBinding } from "./datasource-secret-binding";

const Row = z.object({
  id: z.string(),
  uid: z.string(),
  name: z.string(),
  url: z.string(),
  matchers: Matchers,
  headersEncrypted: z.string().nullable(),
  enforceConflict: z.string(),
  revision: z.number(),
});
const QueryContext = z.object({
  datasources: z.array(Row).nullable(),
  quotas: z.record(z.string(), z.number()).nullable(),
});

const lookups = new SharedLookup<z.infer<typeof QueryContext>>();

/** Asked with every query, so that a changed datasource or quota is felt by the next one. */
async function readQueryContext(tenantId: string): Promise<z.infer<typeof QueryContext>> {
  const rows = await queryUnscoped("query-context", "SELECT * FROM find_query_context($1)", [tenantId]);
  return QueryContext.parse(rows[0]);
}

/** All datasources of the tenant with their secrets, the default one first. */
export async function listDatasourcesWithSecrets(ctx: TenantContext): Promise<PrometheusDatasource[]> {
  const { id: tenantId, slug: tenantSlug } = ctx.tenant;
  const { datasources, quotas } = ctx.queryFacts
    ? QueryContext.parse(ctx.queryFacts)
    : await lookups.ask(tenantId, () => readQueryContext(tenantId));
  return (datasources ?? []).map(({ headersEncrypted, enforceConflict, ...row }) => ({
    ...row,
    tenantId,
    tenantSlug,
    headers: headersOf(headersEncrypted, datasourceSecretBinding({ tenantId, url: row.url })),
    enforceConflict: enforceConflict === "error" ? "error" : "empty",
    queriesPerMinute: quotas?.queriesPerMinute ?? defaults.queriesPerMinute.default,
    quotas: quotas ?? {},
  }));
}

type Headers = z.infer<typeof UpstreamHeaders>;
const decrypted = new LRUCache<string, Headers>({ max: 1_000 });

/** Each stored text is decrypted once; bound to its tenant and URL it can mean nothing else. */
function headersOf(stored: string | null, boundTo: string): Headers {
  if (stored === null) return {};
  const key = `${boundTo}\n${stored}`;
  const known = decrypted.get(key);
  if (known) return known;
  const headers = UpstreamHeaders.parse(JSON.parse(decryptSecret(stored, boundTo)));
  decrypted.set(key, headers);
  return headers;
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
