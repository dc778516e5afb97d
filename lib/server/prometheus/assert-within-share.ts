import type { Tx } from "@/lib/server/db";
import type { TenantContext } from "@/lib/server/tenants/context";
import { AppError } from "@/lib/shared/errors";
import { type EnforcedMatchers, ownValues } from "@/lib/shared/promql/enforced-matchers";
import { Matchers } from "./datasource";
import { isOwnPrometheus } from "./is-own-prometheus";

interface Place {
  url: string;
  matchers: EnforcedMatchers;
}

/**
 * The installation's own Prometheus holds the series of many tenants, so a tenant's admin may narrow the matchers
 * there but never widen them, nor take the last datasource away and begin anew. Platform administrators may. Call it
 * with the tenant's row locked.
 */
export async function assertWithinShare(
  tx: Tx,
  ctx: TenantContext,
  { uid, next }: { uid?: string; next: Place | null },
): Promise<void> {
  if (await isPlatformActor(tx, ctx)) return;
  const rows = await tx.datasource.findMany({
    where: { tenantId: ctx.tenant.id },
    select: { uid: true, url: true, matchers: true },
  });
  const verdicts = await Promise.all(rows.map(({ url }) => isOwnPrometheus(url)));
  const shares = rows.filter((_, index) => verdicts[index]);
  const nextIsOwn = next !== null && (await isOwnPrometheus(next.url));
  if (next && nextIsOwn && !isWithin(next, shares)) throw refusal("label matchers");
  const last = shares.length === 1 && shares[0]?.uid === uid;
  if (last && !nextIsOwn && Object.keys(Matchers.parse(shares[0]?.matchers)).length > 0) {
    throw refusal("last datasource");
  }
}

function isWithin({ matchers }: Place, shares: { matchers: unknown }[]): boolean {
  if (shares.length === 0) return Object.keys(matchers).length > 0;
  return shares.some((share) =>
    Object.entries(Matchers.parse(share.matchers)).every(([label, given]) => {
      const wished = Object.hasOwn(matchers, label) ? ownValues(matchers[label]) : [];
      const shared = ownValues(given);
      return wished.length > 0 && wished.every((value) => shared.includes(value));
    }),
  );
}

async function isPlatformActor(tx: Tx, { actor }: TenantContext): Promise<boolean> {
  if (actor.kind !== "user") return actor.kind === "system";
  const user = await tx.user.findUnique({ where: { id: actor.id }, select: { isPlatformAdmin: true } });
  return user?.isPlatformAdmin ?? false;
}

function refusal(what: "label matchers" | "last datasource"): AppError {
  const message =
    what === "label matchers"
      ? "Other tenants' series stand on this Prometheus too. Keep the matchers that your tenant has there; a platform administrator can change them."
      : "This is your tenant's last datasource on the installation's own Prometheus. A platform administrator can remove it.";
  return new AppError("FORBIDDEN", message, { reason: "shared_prometheus" });
}
