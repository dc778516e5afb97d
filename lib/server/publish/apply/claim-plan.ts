import type { Tx } from "@/lib/server/db";
import { loadPlan } from "@/lib/server/publish/plan/get-plan";
import { type StoredItem, StoredResult } from "@/lib/server/publish/plan/stored-plan";
import type { TenantContext } from "@/lib/server/tenants/context";
import { AppError } from "@/lib/shared/errors";
import type { ItemResult } from "@/lib/shared/publish/publish-plan";

const silentForMs = 90_000;

/**
 * Takes the plan for one apply at a time. What an earlier one has finished stays finished; an apply that gave no sign
 * of life for a while is taken over.
 */
export async function claimPlan(tx: Tx, ctx: TenantContext, id: string) {
  const plan = await loadPlan(tx, ctx, id);
  await tx.$queryRaw`SELECT id FROM publish_plans WHERE tenant_id = ${ctx.tenant.id}::uuid AND id = ${id}::uuid FOR UPDATE`;
  const { result } = await loadPlan(tx, ctx, id);
  const before = result === null ? null : StoredResult.parse(result);
  if (before?.state === "applying" && Date.parse(before.beatAt) > Date.now() - silentForMs) {
    throw new AppError("CONFLICT", "This plan is being applied right now. Wait until that has ended.", {
      reason: "applying",
    });
  }
  return { plan, before };
}

const settled = new Set(["written", "unchanged"]);

/** Where each item stands before anything is done: finished ones keep their result. */
export function initialResults(items: StoredItem[], before: StoredResult | null): ItemResult[] {
  return items.map(({ uid, title, grafanaVersion, url }) => {
    const earlier = before?.items.find((result) => result.uid === uid);
    if (earlier && settled.has(earlier.state)) return earlier;
    return { uid, title, state: "waiting", grafanaVersion, url };
  });
}
