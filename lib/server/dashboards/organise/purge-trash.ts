import type { Tx } from "@/lib/server/db";
import { trashDays } from "@/lib/shared/dashboards/library-limits";

/** Lets go of what has lain in the tenant's trash for longer than it is kept: in the background, and before it is looked at. */
export async function purgeTrash(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT purge_trash(${trashDays}::int)`;
}
