import { z } from "zod";
import type { Tx } from "@/lib/server/db";
import { upstreamAllowlist } from "@/lib/server/prometheus/upstream-policy";
import type { GrafanaConnection } from "@/lib/server/publish/grafana/connection";
import type { TenantContext } from "@/lib/server/tenants/context";
import { AppError } from "@/lib/shared/errors";
import { decryptCredentials } from "./target-secret";
import type { GrafanaTargetRow } from "./to-grafana-target";

const Id = z.uuid();

/** A target of the tenant, without its secret. @throws AppError NOT_FOUND */
export async function loadTarget(tx: Tx, ctx: TenantContext, id: string): Promise<GrafanaTargetRow> {
  const where = { id, tenantId: ctx.tenant.id };
  const row = Id.safeParse(id).success ? await tx.grafanaTarget.findFirst({ where }) : null;
  if (!row) throw new AppError("NOT_FOUND", "There is no such Grafana target in this tenant.");
  return row;
}

/** What is needed to call the target's Grafana. Holds its secret. @throws AppError NOT_FOUND */
export async function loadConnectionWithSecret(
  tx: Tx,
  ctx: TenantContext,
  id: string,
): Promise<{ row: GrafanaTargetRow; connection: GrafanaConnection }> {
  const row = await loadTarget(tx, ctx, id);
  const { credentialsEncrypted } = await tx.grafanaTarget.findFirstOrThrow({
    where: { id, tenantId: ctx.tenant.id },
    select: { credentialsEncrypted: true },
  });
  const connection = {
    url: row.url,
    credentials: decryptCredentials(credentialsEncrypted, row),
    orgId: row.orgId ?? undefined,
    allowlist: upstreamAllowlist(),
  };
  return { row, connection };
}
