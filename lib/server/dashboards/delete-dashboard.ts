import { withTrash } from "@/lib/server/db";
import { assertCan, type TenantContext } from "@/lib/server/tenants/context";
import { putInTrash } from "./organise/put-in-trash";

/** Puts a dashboard into the trash. What was published of it stays in Grafana. */
export async function deleteDashboard(ctx: TenantContext, uid: string): Promise<void> {
  assertCan(ctx, "dashboard:delete");
  await withTrash(ctx, (tx) => putInTrash(tx, ctx, [uid]));
}
