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
 * The installation's own Prometheus holds the series of many tenants. What a tenant sees of it is for a platform
 * administrator to say, by its first datasource there; the tenant's admin may narrow the matchers but never widen them,
 * nor take the last datasource away. Call it with the tenant's row locked.
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
  if (nextIsOwn && shares.length === 0) throw refusal("first datasource");
  if (next && nextIsOwn && !isWithin(next, shares)) throw refusal("label matchers");
  const last = shares.length === 1 && shares[0]?.uid === uid;
  if (last && !nextIsOwn && Object.keys(Matchers.parse(shares[0]?.matchers)).length > 0) {
    throw refusal("last datasource");
  }
}

/** Whether the tenant may ask there with these matchers: an answer alone tells whether others have such series. */
export async function isWithinShare(tx: Tx, ctx: TenantContext, next: Place): Promise<boolean> {
  try {
    await assertWithinShare(tx, ctx, { next });
    return true;
  } catch (error) {
    if (error instanceof AppError && error.code === "FORBIDDEN") return false;
    throw error;
  }
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

const refusals = {
  "first datasource":
    "Other tenants' series stand on this Prometheus too. A platform administrator can add your tenant's first datasource here, with the matchers that keep it to your series.",
  "label matchers":
    "Other tenants' series stand on this Prometheus too. Keep the matchers that your tenant has there; a platform administrator can change them.",
  "last datasource":
    "This is your tenant's last datasource on the installation's own Prometheus. A platform administrator can remove it.",
};

function refusal(what: keyof typeof refusals): AppError {
  return new AppError("FORBIDDEN", refusals[what], { reason: "shared_prometheus" });
}
