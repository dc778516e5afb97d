import { toDocument } from "@/lib/server/dashboards/dashboard-dto";
import { withTenant } from "@/lib/server/db";
import { contentHash, splitHashes } from "@/lib/server/publish/content-hash";
import type { GrafanaConnection } from "@/lib/server/publish/grafana/connection";
import { getGrafanaDashboard } from "@/lib/server/publish/grafana/get-dashboard";
import { mapConcurrently } from "@/lib/server/publish/map-concurrently";
import { loadConnectionWithSecret } from "@/lib/server/publish/targets/load-target";
import { assertCan, type TenantContext } from "@/lib/server/tenants/context";
import { AppError } from "@/lib/shared/errors";
import type { Json, JsonObject } from "@/lib/shared/json";
import { emptyDiff } from "@/lib/shared/publish/dashboard-diff";
import type { Drift, Publication } from "@/lib/shared/publish/publication";
import type { RemoteDashboard } from "@/lib/shared/publish/remote-dashboard";
import { summarizeDiff } from "@/lib/shared/publish/summarize-diff";
import { listPublications, PublicationFilter, publicationWhere } from "./list-publications";

const concurrency = 6;

/** Asks each Grafana what has become of what was published there, remembers the answers and gives them back. */
export async function checkDrift(ctx: TenantContext, input: unknown = {}): Promise<Publication[]> {
  assertCan(ctx, "publish:read");
  const filter = PublicationFilter.parse(input);
  const tenantId = ctx.tenant.id;
  const { rows, connections } = await withTenant(ctx, async (tx) => {
    const rows = await tx.publication.findMany({
      where: publicationWhere(tenantId, filter),
      select: { id: true, targetId: true, dashboardUid: true, hash: true },
    });
    const connections = new Map<string, GrafanaConnection>();
    for (const id of new Set(rows.map(({ targetId }) => targetId))) {
      connections.set(id, (await loadConnectionWithSecret(tx, ctx, id)).connection);
    }
    return { rows, connections };
  });
  const down = new Map<string, string>();
  await mapConcurrently(rows, concurrency, async (row) => {
    const connection = connections.get(row.targetId);
    if (!connection) return;
    const drift = await lookAt(ctx, row, connection, down);
    const data = { drift, ...(drift.state === "unknown" ? {} : { checkedAt: new Date() }) };
    await withTenant(ctx, (tx) => tx.publication.updateMany({ where: { id: row.id, tenantId }, data }));
  });
  return listPublications(ctx, filter);
}

interface Row {
  id: string;
  targetId: string;
  dashboardUid: string;
  hash: string;
}

/** A server that does not answer is asked once, not once a dashboard. */
async function lookAt(
  ctx: TenantContext,
  row: Row,
  connection: GrafanaConnection,
  down: Map<string, string>,
): Promise<Drift> {
  const nothing = { changedBy: null, changedAt: null, grafanaVersion: null, diff: emptyDiff };
  const known = down.get(row.targetId);
  if (known) return { ...nothing, state: "unknown", message: known };
  try {
    const remote = await getGrafanaDashboard(connection, row.dashboardUid);
    return remote ? await compare(ctx, row, remote) : { ...nothing, state: "deleted" };
  } catch (error) {
    const message = error instanceof AppError ? error.message : "Grafana could not be asked.";
    down.set(row.targetId, message);
    return { ...nothing, state: "unknown", message };
  }
}

async function compare(ctx: TenantContext, row: Row, remote: RemoteDashboard): Promise<Drift> {
  const { version: grafanaVersion, document } = remote;
  if (contentHash(document) === splitHashes(row.hash).remoteHash) {
    return { state: "in-sync", changedBy: null, changedAt: null, grafanaVersion, diff: emptyDiff };
  }
  const base = await loadBase(ctx, row.id);
  return {
    state: "changed",
    changedBy: remote.updatedBy || null,
    changedAt: remote.updatedAt || null,
    grafanaVersion,
    diff: summarizeDiff(base, document),
  };
}

async function loadBase(ctx: TenantContext, id: string): Promise<JsonObject> {
  const where = { id, tenantId: ctx.tenant.id };
  const row = await withTenant(ctx, (tx) => tx.publication.findFirst({ where, select: { base: true } }));
  return row?.base ? toDocument(row.base as Json) : {};
}
