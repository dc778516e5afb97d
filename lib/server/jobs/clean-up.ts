import { withPlatform } from "@/lib/server/db";
import { log } from "@/lib/server/log";
import { cleanUpTenant } from "./clean-up-tenant";

/** Every tenant in a transaction of its own, so that one that fails keeps none of the others from it. */
export async function cleanUp(): Promise<void> {
  const tenants = await withPlatform((tx) => tx.tenant.findMany({ select: { id: true, slug: true } }));
  for (const { id, slug } of tenants) {
    try {
      await cleanUpTenant(id);
    } catch (error) {
      log.error({ error, tenant: slug }, "What the tenant keeps no longer could not be removed.");
    }
  }
}
