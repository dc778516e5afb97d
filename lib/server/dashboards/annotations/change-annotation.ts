import { recordAudit } from "@/lib/server/audit/record-audit";
import { withTenant } from "@/lib/server/db";
import { assertCan, type TenantContext } from "@/lib/server/tenants/context";
import { type Annotation, ChangedAnnotation } from "@/lib/shared/dashboards/annotation";
import { AppError } from "@/lib/shared/errors";
import { annotationFields, toAnnotation } from "./annotation-dto";
import { getWritableAnnotation } from "./get-writable-annotation";

/** Changes words, tags, time or panel; what is not named stays. */
export async function changeAnnotation(ctx: TenantContext, id: string, input: unknown): Promise<Annotation> {
  assertCan(ctx, "annotation:write");
  const { fromMs, toMs, panelId, text, tags } = ChangedAnnotation.parse(input);
  return withTenant(ctx, async (tx) => {
    const before = await getWritableAnnotation(tx, ctx, id);
    const startsAt = fromMs === undefined ? before.startsAt : new Date(fromMs);
    const endsAt = toMs === undefined ? before.endsAt : new Date(toMs);
    if (endsAt < startsAt) throw new AppError("INVALID_INPUT", "The end must not lie before the beginning.");
    if (panelId != null && before.dashboardId === null)
      throw new AppError("INVALID_INPUT", "This annotation is of the whole tenant and has no panel.");
    const row = await tx.annotation.update({
      where: { tenantId_id: { tenantId: ctx.tenant.id, id } },
      data: { startsAt, endsAt, panelId, text, tags: tags && [...new Set(tags)] },
      select: annotationFields,
    });
    await recordAudit(tx, ctx, { action: "annotation.change", subject: { type: "annotation", id } });
    return toAnnotation(row);
  });
}
