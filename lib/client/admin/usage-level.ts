import { type QuotaUsage, quotaWarningShare } from "@/lib/shared/tenants/quotas";

type Used = Pick<QuotaUsage, "used" | "limit">;

/** `unknown` where nothing is counted, `near` from 80 % on. */
export type UsageLevel = "unknown" | "ok" | "near" | "full";

/** How much of the limit is used, 0 to 1 and beyond; null where nothing is counted. */
export function usageShare({ used, limit }: Used): number | null {
  if (used === null) return null;
  if (limit > 0) return used / limit;
  return used > 0 ? Number.POSITIVE_INFINITY : 1;
}

export function usageLevel(usage: Used): UsageLevel {
  const share = usageShare(usage);
  if (share === null) return "unknown";
  if (share >= 1) return "full";
  return share >= quotaWarningShare ? "near" : "ok";
}

/** "81 %", never rounded up to a limit that is not reached yet. */
export function sharePercent(share: number): string {
  if (!Number.isFinite(share)) return "over 100 %";
  const percent = share * 100;
  if (share > 0 && percent < 1) return "under 1 %";
  return `${Math.floor(percent)} %`;
}

/** The quota that is closest to its limit; null where none is counted. */
export function nearestLimit(usage: readonly QuotaUsage[]): QuotaUsage | null {
  let nearest: QuotaUsage | null = null;
  let most = -1;
  for (const quota of usage) {
    const share = usageShare(quota) ?? -1;
    // A tenant with no room for any is not "near": it was made so.
    if (quota.limit === 0 && quota.used === 0) continue;
    if (share > most) [nearest, most] = [quota, share];
  }
  return nearest;
}
