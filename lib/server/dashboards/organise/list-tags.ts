import { withTenant } from "@/lib/server/db";
import { assertCan, type TenantContext } from "@/lib/server/tenants/context";
import type { TagCount } from "@/lib/shared/dashboards/library";

const atMost = 1_000;

/** Every tag in use with how many dashboards carry it, the most used first. */
export async function listTags(ctx: TenantContext): Promise<{ items: TagCount[]; nextCursor: null }> {
  assertCan(ctx, "dashboard:read");
  const items = await withTenant(
    ctx,
    (tx) => tx.$queryRaw<TagCount[]>`
      SELECT tag, count(*)::int AS dashboards FROM dashboards d, unnest(d.tags) AS tag
      WHERE d.tenant_id = ${ctx.tenant.id}::uuid AND d.deleted_at IS NULL
      GROUP BY tag ORDER BY count(*) DESC, tag LIMIT ${atMost}`,
  );
  return { items, nextCursor: null };
}
