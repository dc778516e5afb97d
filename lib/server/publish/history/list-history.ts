import { z } from "zod";
import { listHiddenUids } from "@/lib/server/dashboards/list-hidden-uids";
import { withTenant } from "@/lib/server/db";
import { targetFields } from "@/lib/server/publish/plan/stored-plan";
import { assertCan, type TenantContext } from "@/lib/server/tenants/context";
import type { HistoryItem } from "@/lib/shared/publish/publication";
import { ApplyResult } from "@/lib/shared/publish/publish-plan";

const HistoryQuery = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  /** Id of the plan after which to go on. */
  cursor: z.uuid().optional(),
  dashboard: z.string().max(40).optional(),
  target: z.uuid().optional(),
});

/** What was published, newest first: one entry a dashboard and apply. `limit` counts applies. */
export async function listHistory(
  ctx: TenantContext,
  input: unknown = {},
): Promise<{ items: HistoryItem[]; nextCursor: string | null }> {
  assertCan(ctx, "publish:read");
  const { limit, cursor, dashboard, target } = HistoryQuery.parse(input);
  const tenantId = ctx.tenant.id;
  const { plans, hidden } = await withTenant(ctx, async (tx) => ({
    hidden: await listHiddenUids(tx, ctx),
    plans: await tx.publishPlan.findMany({
      where: { tenantId, appliedAt: { not: null }, ...(target ? { targetId: target } : {}) },
      select: { id: true, result: true, appliedAt: true, appliedByName: true, ...targetFields },
      orderBy: { id: "desc" },
      take: limit + 1,
      ...(cursor ? { cursor: { tenantId_id: { tenantId, id: cursor } }, skip: 1 } : {}),
    }),
  }));
  const page = plans.slice(0, limit);
  const items = page.flatMap(({ id, result, appliedAt, appliedByName, target: { name, id: targetId } }) =>
    ApplyResult.parse(result).items.map((item) => ({
      ...item,
      plan: id,
      target: { id: targetId, name },
      by: appliedByName ?? "",
      at: appliedAt?.toISOString() ?? "",
    })),
  );
  const isAsked = (uid: string) => !hidden.has(uid) && (dashboard === undefined || uid === dashboard);
  return {
    items: items.filter(({ uid }) => isAsked(uid)),
    nextCursor: plans.length > limit ? (page.at(-1)?.id ?? null) : null,
  };
}
