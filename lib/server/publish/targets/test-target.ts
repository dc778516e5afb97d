import { withTenant } from "@/lib/server/db";
import { assertUpstreamUrl } from "@/lib/server/http/assert-upstream-url";
import { upstreamAllowlist } from "@/lib/server/prometheus/upstream-policy";
import type { GrafanaConnection } from "@/lib/server/publish/grafana/connection";
import { probeGrafana } from "@/lib/server/publish/grafana/probe";
import { assertCan, type TenantContext } from "@/lib/server/tenants/context";
import { AppError } from "@/lib/shared/errors";
import { GrafanaTargetTestRequest, type TargetTest } from "@/lib/shared/publish/grafana-target";
import { loadConnectionWithSecret } from "./load-target";
import { credentialsOf } from "./target-secret";
import { StoredMapping } from "./to-grafana-target";
import { assertSecretFits } from "./update-target";

const timeoutMs = 10_000;

/** Tests what is saved, or that with changes before they are saved; only the former is remembered. */
export async function testTarget(ctx: TenantContext, id: string, input: unknown): Promise<TargetTest> {
  assertCan(ctx, "grafana-target:read");
  const change = GrafanaTargetTestRequest.parse(input);
  const isChanged = Object.keys(change).length > 0;
  if (isChanged) assertCan(ctx, "grafana-target:write");
  const tenantId = ctx.tenant.id;
  const { row, connection } = await withTenant(ctx, (tx) => loadConnectionWithSecret(tx, ctx, id));
  const credentials = credentialsOf(change) ?? connection.credentials;
  const url = change.url ?? row.url;
  assertSecretFits(row.url, url, credentialsOf(change) !== null);
  const orgId = change.orgId === undefined ? connection.orgId : (change.orgId ?? undefined);
  const folder = change.folder === undefined ? row.folder : change.folder || null;
  const mapping = change.datasources ?? StoredMapping.parse(row.datasources);
  const test = await probe({ ...connection, url, credentials, orgId }, folder, mapping);
  if (!isChanged) {
    await withTenant(ctx, (tx) =>
      tx.grafanaTarget.updateMany({
        where: { id, tenantId },
        data: {
          lastTest: test,
          lastTestedAt: new Date(),
          grafanaVersion: test.version ?? row.grafanaVersion,
        },
      }),
    );
  }
  return test;
}

/** Tests a target that is not saved yet. */
export async function testNewTarget(ctx: TenantContext, input: unknown): Promise<TargetTest> {
  assertCan(ctx, "grafana-target:write");
  const { url, orgId, folder, datasources, ...rest } = GrafanaTargetTestRequest.parse(input);
  const credentials = credentialsOf(rest);
  if (!url || !credentials) throw new AppError("INVALID_INPUT", "Give a URL, and a token or basicAuth.");
  const connection = { url, credentials, orgId: orgId ?? undefined, allowlist: upstreamAllowlist() };
  return probe(connection, folder || null, datasources ?? {});
}

async function probe(
  connection: GrafanaConnection,
  folder: string | null,
  mapping: Record<string, string>,
): Promise<TargetTest> {
  await assertUpstreamUrl(connection.url, connection.allowlist);
  const datasourceUids = [...new Set(Object.values(mapping))];
  return probeGrafana({ ...connection, timeoutMs }, { folder, datasourceUids });
}
