import { createHash } from "node:crypto";
import type { Tx } from "@/lib/server/db";
import { encryptCredentials } from "@/lib/server/publish/targets/target-secret";
import type { TenantContext } from "@/lib/server/tenants/context";
import { openLedger } from "./seed-ledger";

export interface FirstGrafana {
  url: string;
  token: string;
}

/** The target `Grafana`. A new token for the same address replaces the old one; a target that was deleted stays gone. */
export async function seedGrafanaTarget(tx: Tx, ctx: TenantContext, grafana: FirstGrafana): Promise<void> {
  const tenantId = ctx.tenant.id;
  const url = grafana.url.replace(/\/+$/, "");
  const ledger = await openLedger(tx, ctx, "grafana-target");
  const wanted = createHash("sha256").update(grafana.token).digest("hex");
  const written = ledger.hashOf(url);
  if (written === wanted) return;
  const credentials = { kind: "token" as const, token: grafana.token };
  const secret = {
    authKind: "token",
    credentialsEncrypted: encryptCredentials(credentials, { tenantId, url }),
  };
  if (written !== undefined) {
    await tx.grafanaTarget.updateMany({ where: { tenantId, url, authKind: "token" }, data: secret });
  } else if ((await tx.grafanaTarget.count({ where: { tenantId } })) === 0) {
    await tx.grafanaTarget.create({ data: { tenantId, name: "Grafana", url, ...secret } });
  }
  await ledger.record(url, wanted);
}
