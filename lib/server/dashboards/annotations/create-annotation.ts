import { recordAudit } from "@/lib/server/audit/record-audit";
import { assertOpenTo } from "@/lib/server/dashboards/assert-open-to";
import { noDashboard } from "@/lib/server/dashboards/get-dashboard-text";
import { type Tx, withTenant } from "@/lib/server/db";
import { authorOf } from "@/lib/server/tenants/author";
import { assertCan, type TenantContext } from "@/lib/server/tenants/context";
import { type Annotation, NewAnnotation } from "@/lib/shared/dashboards/annotation";
import { annotationFields, toAnnotation } from "./annotation-dto";
import { pruneAnnotations } from "./prune-annotations";

/** Some few beyond a large quota do no harm until then; the clean-up of every hour finds them too. */
const prunedShare = 1 / 20;

/** Notes something at a moment or a stretch of time, on a dashboard or for the whole tenant. */
export async function createAnnotation(ctx: TenantContext, input: unknown): Promise<Annotation> {
  assertCan(ctx, "annotation:write");
  const { dashboardUid, panelId, fromMs, toMs = fromMs, text, tags } = NewAnnotation.parse(input);
  const { id: createdById, name: createdByName } = authorOf(ctx);
  return withTenant(ctx, async (tx) => {
    const dashboardId = dashboardUid === undefined ? null : await openDashboard(tx, ctx, dashboardUid);
    const row = await tx.annotation.create({
      data: {
        ...{ tenantId: ctx.tenant.id, dashboardId, panelId, text, createdById, createdByName },
        ...{ startsAt: new Date(fromMs), endsAt: new Date(toMs), tags: [...new Set(tags)] },
      },
      select: annotationFields,
    });
    await pruneAnnotations(tx, ctx.tenant.id, prunedShare);
    const subject = { type: "annotation", id: row.id };
    await recordAudit(tx, ctx, {
      action: "annotation.create",
      subject,
      details: { dashboard: dashboardUid ?? null },
    });
    return toAnnotation(row);
  });
}

async function openDashboard(tx: Tx, ctx: TenantContext, uid: string): Promise<string> {
  const row = await tx.dashboard.findFirst({
    where: { tenantId: ctx.tenant.id, uid },
    select: { id: true, editedFrom: true },
  });
  if (!row) throw noDashboard(uid);
  assertOpenTo(ctx, row.editedFrom);
  return row.id;
}
