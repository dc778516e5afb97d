import { carryOverInTurns } from "@/lib/server/dashboards/carry-over-in-turns";
import { insertDashboard } from "@/lib/server/dashboards/create-dashboard";
import { getFolderId } from "@/lib/server/dashboards/find-folder";
import { noDashboard, type SpeltDashboard } from "@/lib/server/dashboards/get-dashboard-text";
import { parseStored } from "@/lib/server/dashboards/parse-stored";
import { toStorable } from "@/lib/server/dashboards/storable-document";
import { storedText } from "@/lib/server/dashboards/stored-text";
import { type Tx, withTenant } from "@/lib/server/db";
import { assertCan, type TenantContext } from "@/lib/server/tenants/context";
import { lockTenant } from "@/lib/server/tenants/quota";
import { DuplicatedDashboard } from "@/lib/shared/dashboards/library";

/** A copy with a uid and a history of its own, beside the first one unless told otherwise. */
export async function duplicateDashboard(
  ctx: TenantContext,
  uid: string,
  input: unknown,
): Promise<SpeltDashboard> {
  assertCan(ctx, "dashboard:write");
  const wanted = DuplicatedDashboard.parse(input);
  return withTenant(ctx, async (tx) => {
    await lockTenant(tx, ctx);
    const source = await tx.dashboard.findFirst({
      where: { tenantId: ctx.tenant.id, uid },
      select: {
        id: true,
        title: true,
        version: true,
        folder: { select: { uid: true } },
      },
    });
    if (!source) throw noDashboard(uid);
    const stored = await storedText(tx, ctx, source);
    const { uid: _uid, id: _id, ...rest } = await parseStored(stored);
    const folderUid = wanted.folderUid === undefined ? (source.folder?.uid ?? null) : wanted.folderUid;
    const title = wanted.title ?? (await freeTitle(tx, ctx, folderUid, `Copy of ${source.title}`));
    const message = `Copied from version ${source.version} of ${source.title}`.slice(0, 500);
    const document = { ...rest, title };
    const content = await toStorable(document, await carryOverInTurns(stored, JSON.stringify(document)));
    const made = await insertDashboard(tx, ctx, { content, folderUid, message }, "dashboard.duplicate");
    return { ...made, documentText: content.text };
  });
}

async function freeTitle(
  tx: Tx,
  ctx: TenantContext,
  folderUid: string | null,
  title: string,
): Promise<string> {
  const folderId = await getFolderId(tx, ctx, folderUid);
  const rows = await tx.dashboard.findMany({
    where: { tenantId: ctx.tenant.id, folderId, deletedAt: null, title: { startsWith: title } },
    select: { title: true },
  });
  const taken = new Set(rows.map((row) => row.title));
  if (!taken.has(title)) return title;
  for (let n = 2; ; n++) if (!taken.has(`${title} (${n})`)) return `${title} (${n})`;
}
