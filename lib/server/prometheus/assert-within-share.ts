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

interface ShareChange {
  /** Of the datasource that changes or goes. */
  uid?: string;
  next: Place | null;
}

const refusals = {
  "first datasource":
    "Other tenants' series stand on this Prometheus too. A platform administrator can add your tenant's first datasource here, with the matchers that keep it to your series.",
  "label matchers":
    "Other tenants' series stand on this Prometheus too. Keep the matchers that your tenant has there; a platform administrator can change them.",
  "last datasource":
    "This is your tenant's last datasource on the installation's own Prometheus. A platform administrator can remove it.",
};

/**
 * The installation's own Prometheus holds the series of many tenants. What a tenant sees of it is for a platform
 * administrator to say, by its first datasource there; the tenant's admin may narrow the matchers but never widen them,
 * nor take the last datasource away. Call it with the tenant's row locked.
 */
export async function assertWithinShare(tx: Tx, ctx: TenantContext, change: ShareChange): Promise<void> {
  const what = await findRefusal(tx, ctx, change);
  if (what !== null) throw new AppError("FORBIDDEN", refusals[what], { reason: "shared_prometheus" });
}

/** Whether the tenant may ask there with these matchers: an answer alone tells whether others have such series. */
export async function isWithinShare(tx: Tx, ctx: TenantContext, next: Place): Promise<boolean> {
  return (await findRefusal(tx, ctx, { next })) === null;
}

async function findRefusal(
  tx: Tx,
  ctx: TenantContext,
  { uid, next }: ShareChange,
): Promise<keyof typeof refusals | null> {
  if (await isPlatformActor(tx, ctx)) return null;
  const rows = await tx.datasource.findMany({
    where: { tenantId: ctx.tenant.id },
    select: { uid: true, url: true, matchers: true },
  });
  const verdicts = await Promise.all(rows.map(({ url }) => isOwnPrometheus(url)));
  const shares = rows.filter((_, index) => verdicts[index]);
  const nextIsOwn = next !== null && (await isOwnPrometheus(next.url));
  if (nextIsOwn && shares.length === 0) return "first datasource";
  if (next && nextIsOwn && !isWithin(next, shares)) return "label matchers";
  const last = shares.length === 1 && shares[0]?.uid === uid;
  const isBound = Object.keys(Matchers.parse(shares[0]?.matchers ?? {})).length > 0;
  return last && !nextIsOwn && isBound ? "last datasource" : null;
}

function isWithin({ matchers }: Place, shares: { matchers: unknown }[]): boolean {
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
