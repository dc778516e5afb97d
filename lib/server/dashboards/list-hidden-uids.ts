import type { Tx } from "@/lib/server/db";
import type { TenantContext } from "@/lib/server/tenants/context";

/** The uids that name what is closed to the role, in the trash or gone too: for what remembers dashboards by their uid. */
export async function listHiddenUids(tx: Tx, { role }: TenantContext): Promise<ReadonlySet<string>> {
  const rows = await tx.$queryRaw<{ uid: string }[]>`SELECT uid FROM hidden_uids(${role}::"Role") AS uid`;
  return new Set(rows.map(({ uid }) => uid));
}
