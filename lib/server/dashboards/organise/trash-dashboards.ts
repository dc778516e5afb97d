import { withTrash } from "@/lib/server/db";
import { assertCan, type TenantContext } from "@/lib/server/tenants/context";
import { type ChangedCount, ChosenDashboards } from "@/lib/shared/dashboards/library";
import { putInTrash } from "./put-in-trash";

/** Puts all of them into the trash, or none. */
export async function trashDashboards(ctx: TenantContext, input: unknown): Promise<ChangedCount> {
  assertCan(ctx, "dashboard:delete");
  const uids = [...new Set(ChosenDashboards.parse(input).uids)];
  return withTrash(ctx, async (tx) => {
    await putInTrash(tx, ctx, uids);
    return { changed: uids.length };
  });
}
