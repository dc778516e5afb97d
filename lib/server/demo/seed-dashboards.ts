import { insertDashboard } from "@/lib/server/dashboards/create-dashboard";
import { toDocument } from "@/lib/server/dashboards/dashboard-dto";
import { hashDocument } from "@/lib/server/dashboards/hash-document";
import { lockDashboard } from "@/lib/server/dashboards/lock-dashboards";
import { readTemplates, type StoredTemplate } from "@/lib/server/dashboards/read-templates";
import { respelt, writeNextVersion } from "@/lib/server/dashboards/save-dashboard";
import { toStorable } from "@/lib/server/dashboards/storable-document";
import type { Tx } from "@/lib/server/db";
import type { TenantContext } from "@/lib/server/tenants/context";
import { AppError } from "@/lib/shared/errors";
import type { DemoTenant } from "./demo-tenants";
import { openLedger, type SeedLedger } from "./seed-ledger";

async function seedFolder(
  tx: Tx,
  ctx: TenantContext,
  { uid, title }: DemoTenant["folder"],
): Promise<string | null> {
  const tenantId = ctx.tenant.id;
  const ledger = await openLedger(tx, ctx, "folder");
  const exists = (await tx.folder.count({ where: { tenantId, uid } })) > 0;
  if (exists) return uid;
  if (ledger.hashOf(uid) !== undefined) return null;
  const taken = await tx.folder.count({ where: { tenantId, parentId: null, title } });
  if (taken > 0) return null;
  await tx.folder.create({ data: { tenantId, uid, title } });
  await ledger.record(uid, "");
  return uid;
}

async function updateUntouched(
  tx: Tx,
  ctx: TenantContext,
  template: StoredTemplate,
  ledger: SeedLedger,
): Promise<void> {
  const { uid, document } = template;
  const current = await tx.dashboard.findFirst({
    where: { tenantId: ctx.tenant.id, uid },
    select: { document: true },
  });
  if (!current || hashDocument(toDocument(current.document)) !== ledger.hashOf(uid)) return;
  const row = await lockDashboard(tx, ctx, uid);
  await writeNextVersion(tx, ctx, row, {
    content: await respelt(tx, ctx, row, document),
    message: "New version of the template",
    action: "dashboard.seed",
  });
  await ledger.record(uid, template.hash);
}

async function insertOnce(
  tx: Tx,
  ctx: TenantContext,
  template: StoredTemplate,
  ledger: SeedLedger,
  folderUid: string | null,
): Promise<void> {
  const { uid, document, hash } = template;
  try {
    const content = await toStorable(document);
    await insertDashboard(tx, ctx, { content, folderUid, message: "From the template" }, "dashboard.seed");
    await ledger.record(uid, hash);
  } catch (error) {
    // Somebody has a dashboard of that uid or title, or the quota is used up: theirs goes first.
    if (!(error instanceof AppError)) throw error;
  }
}

/** The system's templates, once each; a new version of a template reaches only copies that nobody touched. */
export async function seedDashboards(
  tx: Tx,
  ctx: TenantContext,
  { system, folder }: DemoTenant,
): Promise<void> {
  const templates = (await readTemplates()).filter((template) => template.system === system);
  if (templates.length === 0) return;
  const folderUid = await seedFolder(tx, ctx, folder);
  const ledger = await openLedger(tx, ctx, "dashboard");
  for (const template of templates) {
    const written = ledger.hashOf(template.uid);
    if (written === undefined) await insertOnce(tx, ctx, template, ledger, folderUid);
    else if (written !== template.hash) await updateUntouched(tx, ctx, template, ledger);
  }
}
