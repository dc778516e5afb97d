import { recordAudit } from "@/lib/server/audit/record-audit";
import { type Tx, withTenant } from "@/lib/server/db";
import { authorOf } from "@/lib/server/tenants/author";
import { assertCan, type TenantContext } from "@/lib/server/tenants/context";
import { assertSizeWithinQuota } from "@/lib/server/tenants/quota";
import { type DashboardSummary, SavedDashboard, type StaleVersion } from "@/lib/shared/dashboards/dashboard";
import { readDocumentFacts } from "@/lib/shared/dashboards/document-facts";
import { mergeDashboards } from "@/lib/shared/dashboards/merge/merge-dashboards";
import { AppError } from "@/lib/shared/errors";
import type { JsonObject } from "@/lib/shared/json";
import { carryOverInTurns } from "./carry-over-in-turns";
import { assertTitleFree } from "./create-dashboard";
import { summaryFields, toSummary } from "./dashboard-dto";
import { getFolderId } from "./find-folder";
import type { SpeltDashboard } from "./get-dashboard-text";
import { type LockedDashboard, lockDashboard } from "./lock-dashboards";
import { parseStored } from "./parse-stored";
import { writeSearchEntry } from "./search/write-search-entry";
import { type StorableDocument, toStorable } from "./storable-document";
import { storedText, versionText } from "./stored-text";
import { toVersion, versionFields } from "./version-dto";
import { writeVersion } from "./write-version";

function describeStale(row: LockedDashboard, from: number, by: string, at: Date): string {
  if (from > row.version)
    return `There is no version ${from}; the newest is ${row.version}. Nothing was overwritten.`;
  return `${by} saved version ${row.version} at ${at.toISOString()}, after the version ${from} you started from. Nothing was overwritten.`;
}

async function staleVersion(
  tx: Tx,
  ctx: TenantContext,
  row: LockedDashboard,
  { version: from, document: mine }: { version: number; document: JsonObject },
): Promise<AppError> {
  const where = { tenantId: ctx.tenant.id, dashboardId: row.id };
  const current = await tx.dashboardVersion.findFirstOrThrow({
    where: { ...where, version: row.version },
    select: versionFields,
  });
  const theirs = await parseStored(await storedText(tx, ctx, row));
  const started = await versionText(tx, ctx, { dashboardId: row.id, version: from });
  const base = started === null ? null : await parseStored(started);
  const details = {
    reason: "stale-version",
    current: { ...toVersion(current), document: theirs },
    base,
    merge: base ? mergeDashboards(base, mine, theirs) : null,
  } satisfies StaleVersion;
  const message = describeStale(row, from, current.createdByName, current.createdAt);
  return new AppError("CONFLICT", message, details);
}

interface Change {
  content: StorableDocument;
  /** Grafana takes equal titles in one folder; a person who names a dashboard is told. */
  allowTwin?: boolean;
  folderUid?: string | null;
  message: string;
  action: string;
}

/** A changed document for `writeNextVersion`: what did not change keeps the spelling that is stored. */
export async function respelt(
  tx: Tx,
  ctx: TenantContext,
  row: { id: string },
  document: JsonObject,
  given = JSON.stringify(document),
): Promise<StorableDocument> {
  return toStorable(document, await carryOverInTurns(await storedText(tx, ctx, row), given));
}

/** Writes the next version of a locked dashboard. */
export async function writeNextVersion(
  tx: Tx,
  ctx: TenantContext,
  row: LockedDashboard,
  { content, folderUid, message, action, allowTwin = false }: Change,
): Promise<DashboardSummary> {
  await assertSizeWithinQuota(tx, ctx, "panelsPerDashboard", content.panels);
  const folderId = folderUid === undefined ? row.folder_id : await getFolderId(tx, ctx, folderUid);
  const isRenamed = content.title !== row.title || folderId !== row.folder_id;
  if (isRenamed && !allowTwin)
    await assertTitleFree(tx, ctx, { title: content.title, folderId, except: row.id });
  const author = authorOf(ctx);
  const version = row.version + 1;
  const saved = await tx.dashboard.update({
    where: { tenantId_id: { tenantId: ctx.tenant.id, id: row.id } },
    data: {
      title: content.title,
      tags: content.tags,
      folderId,
      version,
      indexedVersion: version,
      updatedAt: new Date(),
      updatedById: author.id,
      updatedByName: author.name,
    },
    select: summaryFields(ctx),
  });
  await writeVersion(tx, ctx, { dashboardId: row.id, version, content, message });
  await writeSearchEntry(tx, ctx, row.id, content.search);
  const subject = { type: "dashboard", id: saved.uid };
  await recordAudit(tx, ctx, { action, subject, details: { title: saved.title, version, message } });
  return toSummary(saved);
}

/**
 * Saves the next version. `given` is the document as the request spelt it.
 * @throws AppError CONFLICT with `StaleVersion` as details when the change started from an older version.
 */
export async function saveDashboard(
  ctx: TenantContext,
  uid: string,
  input: unknown,
  given?: string,
): Promise<SpeltDashboard> {
  assertCan(ctx, "dashboard:write");
  const { document, version, folderUid, message = "" } = SavedDashboard.parse(input);
  const facts = readDocumentFacts(document);
  if (facts.uid !== null && facts.uid !== uid) {
    throw new AppError(
      "INVALID_INPUT",
      `The document names the uid "${facts.uid}", this dashboard is "${uid}". Save it as a new dashboard instead.`,
      {
        field: "uid",
      },
    );
  }
  return withTenant(ctx, async (tx) => {
    const row = await lockDashboard(tx, ctx, uid);
    // Before the three are compared, which takes longer the more there is.
    await assertSizeWithinQuota(tx, ctx, "panelsPerDashboard", facts.panels);
    if (row.version !== version) throw await staleVersion(tx, ctx, row, { version, document });
    const content = await respelt(tx, ctx, row, document, given);
    const saved = await writeNextVersion(tx, ctx, row, {
      content,
      folderUid,
      message,
      action: "dashboard.save",
    });
    return { ...saved, documentText: content.text };
  });
}
