import {
  bulkTimeoutMs,
  type OpenDashboard,
  readDashboards,
} from "@/lib/server/dashboards/bulk/read-dashboards";
import { VersionWriter } from "@/lib/server/dashboards/bulk/version-writer";
import { noDashboard } from "@/lib/server/dashboards/get-dashboard-text";
import { type Tx, withTenant } from "@/lib/server/db";
import { assertCan, type TenantContext } from "@/lib/server/tenants/context";
import { type TagChanges, TaggedDashboards } from "@/lib/shared/dashboards/library";

type Change = TagChanges["changes"][number];

/** Adds and takes away tags, all or none; tags stand in the document, so each change is a version. */
export async function tagDashboards(ctx: TenantContext, input: unknown): Promise<TagChanges> {
  assertCan(ctx, "dashboard:write");
  const wanted = byUid(TaggedDashboards.parse(input).changes);
  const done = await withTenant(ctx, (tx) => tagAll(tx, ctx, wanted), bulkTimeoutMs);
  return { changes: [...wanted.keys()].flatMap((uid) => done.get(uid) ?? []) };
}

/** One change a dashboard; of several the later one has the last word. */
function byUid(changes: readonly Change[]): Map<string, Change> {
  const wanted = new Map<string, Change>();
  for (const { uid, add, remove } of changes) {
    const before = wanted.get(uid);
    wanted.set(uid, {
      uid,
      add: [...new Set([...(before?.add ?? []).filter((tag) => !remove.includes(tag)), ...add])],
      remove: [...new Set([...(before?.remove ?? []).filter((tag) => !add.includes(tag)), ...remove])],
    });
  }
  return wanted;
}

async function tagAll(
  tx: Tx,
  ctx: TenantContext,
  wanted: ReadonlyMap<string, Change>,
): Promise<Map<string, Change>> {
  const done = new Map<string, Change>();
  const missing = new Set(wanted.keys());
  const writer = new VersionWriter(tx, ctx, { action: "dashboard.save" });
  for await (const dashboard of readDashboards(tx, ctx, {
    by: "uid",
    keys: [...wanted.keys()],
    lock: true,
  })) {
    const change = wanted.get(dashboard.uid);
    missing.delete(dashboard.uid);
    const made = change && changeOf(dashboard, change);
    if (!made) continue;
    const { tags, ...real } = made;
    await writer.add(dashboard, { ...dashboard.document, tags }, describe(real));
    done.set(real.uid, real);
  }
  for (const uid of missing) throw noDashboard(uid);
  await writer.end();
  return done;
}

/** What really changes, and the tags after it; null when nothing does. */
function changeOf({ document }: OpenDashboard, { uid, ...wanted }: Change) {
  const before = Array.isArray(document.tags) ? document.tags : [];
  const remove = wanted.remove.filter((tag) => before.includes(tag) && !wanted.add.includes(tag));
  const add = wanted.add.filter((tag) => !before.includes(tag));
  if (add.length + remove.length === 0) return null;
  const kept = before.filter((tag) => typeof tag !== "string" || !remove.includes(tag));
  return { uid, add, remove, tags: [...kept, ...add] };
}

function describe({ add, remove }: Change): string {
  const parts = [
    ...(add.length > 0 ? [`Tagged ${add.join(", ")}`] : []),
    ...(remove.length > 0 ? [`Took away the tags ${remove.join(", ")}`] : []),
  ];
  return parts.join("; ").slice(0, 500);
}
