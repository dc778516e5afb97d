import { toDocument } from "@/lib/server/dashboards/dashboard-dto";
import { getDashboard } from "@/lib/server/dashboards/get-dashboard";
import { saveDashboard } from "@/lib/server/dashboards/save-dashboard";
import { withTenant } from "@/lib/server/db";
import { listDatasourcesWithSecrets } from "@/lib/server/prometheus/find-datasource";
import { contentHash, joinHashes } from "@/lib/server/publish/content-hash";
import { getGrafanaDashboard } from "@/lib/server/publish/grafana/get-dashboard";
import { readGrafana } from "@/lib/server/publish/plan/read-grafana";
import { loadConnectionWithSecret } from "@/lib/server/publish/targets/load-target";
import { StoredMapping } from "@/lib/server/publish/targets/to-grafana-target";
import { assertCan, type TenantContext } from "@/lib/server/tenants/context";
import type { Dashboard } from "@/lib/shared/dashboards/dashboard";
import type { MergeResult } from "@/lib/shared/dashboards/merge/merge-dashboards";
import { AppError } from "@/lib/shared/errors";
import type { Json, JsonObject } from "@/lib/shared/json";
import { canonicalContent } from "@/lib/shared/publish/canonical-content";
import { reverseDatasourceMapping } from "@/lib/shared/publish/datasource-mapping";
import { PullRequest, type PullResult } from "@/lib/shared/publish/publication";
import { pullDocument } from "@/lib/shared/publish/pull-document";
import type { RemoteDashboard } from "@/lib/shared/publish/remote-dashboard";
import { summarizeDiff, textOf } from "@/lib/shared/publish/summarize-diff";

/** Merges what people changed in Grafana since the publish into the dashboard here, as a new version. */
export async function pullDashboard(ctx: TenantContext, input: unknown): Promise<PullResult> {
  assertCan(ctx, "publish:apply");
  assertCan(ctx, "dashboard:write");
  const { target, dashboard: uid, prefer } = PullRequest.parse(input);
  const here = await getDashboard(ctx, uid);
  const source = await loadSource(ctx, target, uid);
  const datasources = await listDatasourcesWithSecrets(ctx);
  const facts = await readGrafana(source.connection, { mapping: source.mapping }, datasources);
  const remote = await getGrafanaDashboard(source.connection, uid);
  if (!remote) throw new AppError("CONFLICT", "It was deleted in Grafana. Publish it again, or detach it.");
  const back = reverseDatasourceMapping(facts.mapping, datasources);
  const documents = { here: here.document, base: source.base, grafana: remote.document };
  const merged = pullDocument({ uid, ...documents, back, prefer: prefer ?? "here" });
  if (merged.conflicts.length > 0 && !prefer) return describeConflicts(here, merged);
  const isNew = canonicalContent(merged.document) !== canonicalContent(here.document);
  const { version } = isNew ? await saveMerged(ctx, here, merged.document, source.targetName) : here;
  await rebase(ctx, source.id, remote, version);
  const diff = summarizeDiff(here.document, isNew ? merged.document : here.document);
  return { state: isNew ? "pulled" : "nothing-new", version, diff, conflicts: [] };
}

async function loadSource(ctx: TenantContext, targetId: string, dashboardUid: string) {
  const tenantId = ctx.tenant.id;
  return withTenant(ctx, async (tx) => {
    const { row, connection } = await loadConnectionWithSecret(tx, ctx, targetId);
    const where = { tenantId, targetId, dashboardUid, detachedAt: null };
    const publication = await tx.publication.findFirst({ where, select: { id: true, base: true } });
    if (!publication?.base)
      throw new AppError("NOT_FOUND", "This dashboard was not published to that target.");
    const base: JsonObject = toDocument(publication.base as Json);
    const mapping = StoredMapping.parse(row.datasources);
    return { id: publication.id, targetName: row.name, connection, mapping, base };
  });
}

function describeConflicts(here: Dashboard, { document, conflicts }: MergeResult): PullResult {
  return {
    state: "conflicts",
    version: here.version,
    diff: summarizeDiff(here.document, document),
    conflicts: conflicts.map(({ path, mine, theirs }) => ({
      path: path.join(" › "),
      here: textOf(mine),
      grafana: textOf(theirs),
    })),
  };
}

function saveMerged(ctx: TenantContext, here: Dashboard, document: JsonObject, targetName: string) {
  const message = `Pulled from Grafana (${targetName})`;
  return saveDashboard(ctx, here.uid, { document, version: here.version, message });
}

/** From now on the difference to Grafana is ours alone. No hash of what was sent: only equal content is no change. */
async function rebase(
  ctx: TenantContext,
  id: string,
  remote: RemoteDashboard,
  version: number,
): Promise<void> {
  const tenantId = ctx.tenant.id;
  const data = {
    base: remote.document,
    hash: joinHashes({ sentHash: "", remoteHash: contentHash(remote.document) }),
    grafanaVersion: remote.version,
    dashboardVersion: version,
    checkedAt: new Date(),
    drift: {
      state: "in-sync",
      changedBy: null,
      changedAt: null,
      grafanaVersion: remote.version,
      diff: { settings: [], panels: [], omitted: 0 },
    },
  };
  await withTenant(ctx, (tx) => tx.publication.updateMany({ where: { tenantId, id }, data }));
}
