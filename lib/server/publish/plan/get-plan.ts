import { z } from "zod";
import { listHiddenUids } from "@/lib/server/dashboards/list-hidden-uids";
import { type Tx, withTenant } from "@/lib/server/db";
import { assertCan, type TenantContext } from "@/lib/server/tenants/context";
import { AppError } from "@/lib/shared/errors";
import { ApplyResult, type PublishPlan } from "@/lib/shared/publish/publish-plan";
import { targetFields, toPublishPlan } from "./stored-plan";

/** A plan with the progress or the result of applying it. */
export async function getPlan(ctx: TenantContext, id: string): Promise<PublishPlan> {
  assertCan(ctx, "publish:read");
  return withTenant(ctx, async (tx) => {
    const plan = toPublishPlan(await loadPlan(tx, ctx, id));
    const hidden = await listHiddenUids(tx, ctx);
    const items = plan.items.filter(({ uid }) => !hidden.has(uid));
    return { ...plan, items, result: plan.result && withoutHidden(plan.result, hidden) };
  });
}

/** How far applying it is; null before it began. */
export async function getProgress(ctx: TenantContext, id: string): Promise<ApplyResult | null> {
  assertCan(ctx, "publish:read");
  return withTenant(ctx, async (tx) => {
    const { result } = await loadPlan(tx, ctx, id);
    return result === null ? null : withoutHidden(ApplyResult.parse(result), await listHiddenUids(tx, ctx));
  });
}

function withoutHidden(result: ApplyResult, hidden: ReadonlySet<string>): ApplyResult {
  return { ...result, items: result.items.filter(({ uid }) => !hidden.has(uid)) };
}

/** @throws AppError NOT_FOUND */
export async function loadPlan(tx: Tx, ctx: TenantContext, id: string) {
  const where = { id, tenantId: ctx.tenant.id };
  const isId = z.uuid().safeParse(id).success;
  const row = isId ? await tx.publishPlan.findFirst({ where, include: targetFields }) : null;
  if (!row) throw new AppError("NOT_FOUND", "There is no such plan in this tenant. Make a new one.");
  return row;
}
