import { recordAudit } from "@/lib/server/audit/record-audit";
import { withTenant } from "@/lib/server/db";
import { assertUpstreamUrl } from "@/lib/server/http/assert-upstream-url";
import { upstreamAllowlist } from "@/lib/server/prometheus/upstream-policy";
import { assertCan, type TenantContext } from "@/lib/server/tenants/context";
import { AppError } from "@/lib/shared/errors";
import { type GrafanaTarget, GrafanaTargetChange } from "@/lib/shared/publish/grafana-target";
import { loadTarget } from "./load-target";
import { credentialsOf, encryptCredentials } from "./target-secret";
import { toGrafanaTarget } from "./to-grafana-target";

/** Changes what the input names. A new URL is taken only together with the secret for it. */
export async function updateTarget(ctx: TenantContext, id: string, input: unknown): Promise<GrafanaTarget> {
  assertCan(ctx, "grafana-target:write");
  const { token, basicAuth, ...change } = GrafanaTargetChange.parse(input);
  const credentials = credentialsOf({ token, basicAuth });
  if (change.url !== undefined) await assertUpstreamUrl(change.url, upstreamAllowlist());
  const tenantId = ctx.tenant.id;
  const row = await withTenant(ctx, async (tx) => {
    const before = await loadTarget(tx, ctx, id);
    const url = change.url ?? before.url;
    assertSecretFits(before.url, url, credentials !== null);
    const secret = credentials
      ? {
          authKind: credentials.kind,
          credentialsEncrypted: encryptCredentials(credentials, { tenantId, url }),
        }
      : {};
    // What was found out about another server or login says nothing any more.
    const forgotten = url === before.url ? {} : { grafanaVersion: null };
    const folder = change.folder === undefined ? {} : { folder: change.folder || null };
    const data = { ...change, ...folder, ...secret, ...forgotten };
    const updated = await tx.grafanaTarget.update({ where: { tenantId_id: { tenantId, id } }, data });
    const changed = [...Object.keys(change), ...(credentials ? ["credentials"] : [])];
    const subject = { type: "grafana-target", id };
    await recordAudit(tx, ctx, {
      action: "grafana-target.update",
      subject,
      details: { name: updated.name, changed },
    });
    return updated;
  });
  return toGrafanaTarget(row);
}

/** Otherwise whoever may edit a target could have its secret sent to a server of his own. */
export function assertSecretFits(savedUrl: string, url: string, bringsSecret: boolean): void {
  if (url === savedUrl || bringsSecret) return;
  throw new AppError(
    "INVALID_INPUT",
    "The stored secret belongs to the saved URL. Enter the token or password again for the new one.",
    { field: "token" },
  );
}
