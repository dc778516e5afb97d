import { recordAudit } from "@/lib/server/audit/record-audit";
import { withTenant } from "@/lib/server/db";
import { assertUpstreamUrl } from "@/lib/server/http/assert-upstream-url";
import { upstreamAllowlist } from "@/lib/server/prometheus/upstream-policy";
import { assertCan, type TenantContext } from "@/lib/server/tenants/context";
import { assertWithinQuota } from "@/lib/server/tenants/quota";
import { AppError } from "@/lib/shared/errors";
import { type GrafanaTarget, NewGrafanaTarget } from "@/lib/shared/publish/grafana-target";
import { credentialsOf, encryptCredentials } from "./target-secret";
import { toGrafanaTarget } from "./to-grafana-target";

export async function createTarget(ctx: TenantContext, input: unknown): Promise<GrafanaTarget> {
  assertCan(ctx, "grafana-target:write");
  const wanted = NewGrafanaTarget.parse(input);
  const credentials = credentialsOf(wanted);
  if (!credentials) throw new AppError("INVALID_INPUT", "Give a token or basicAuth.");
  await assertUpstreamUrl(wanted.url, upstreamAllowlist());
  const tenantId = ctx.tenant.id;
  const { name, url, folder, datasources } = wanted;
  const credentialsEncrypted = encryptCredentials(credentials, { tenantId, url });
  const row = await withTenant(ctx, async (tx) => {
    await assertWithinQuota(tx, ctx, "grafanaTargets");
    const created = await tx.grafanaTarget.create({
      data: {
        ...{ tenantId, name, url, folder, datasources, credentialsEncrypted },
        authKind: credentials.kind,
        orgId: wanted.orgId ?? null,
      },
    });
    const subject = { type: "grafana-target", id: created.id };
    await recordAudit(tx, ctx, { action: "grafana-target.create", subject, details: { name, url } });
    return created;
  });
  return toGrafanaTarget(row);
}
