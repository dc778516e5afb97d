import type { FrameTable } from "@/lib/client/dashboards/frame-table";
import { type QuotaKey, quotaKeys, quotaWarningShare } from "@/lib/shared/tenants/quotas";
import type { PlatformTenant } from "@/lib/shared/tenants/tenant";
import { nearestLimit, usageShare } from "./usage-level";

export type TenantsShown = "all" | "near" | "suspended";

export function isTenantsShown(value: string): value is TenantsShown {
  return value === "all" || value === "near" || value === "suspended";
}

export function usedOf({ usage }: PlatformTenant, key: QuotaKey): number | null {
  return usage.find((quota) => quota.key === key)?.used ?? null;
}

/** The share of the quota that runs out first; null where none is counted. */
export function nearestShare({ usage }: PlatformTenant): number | null {
  const nearest = nearestLimit(usage);
  return nearest && usageShare(nearest);
}

export function isNearLimit(tenant: PlatformTenant): boolean {
  return (nearestShare(tenant) ?? 0) >= quotaWarningShare;
}

/** Those whose name or short name holds the text, of the chosen kind. */
export function findTenants(
  tenants: readonly PlatformTenant[],
  { query, shown }: { query: string; shown: TenantsShown },
): readonly PlatformTenant[] {
  const wanted = query.trim().toLowerCase();
  return tenants.filter((tenant) => {
    if (shown === "near" && !isNearLimit(tenant)) return false;
    if (shown === "suspended" && !tenant.suspended) return false;
    return tenant.name.toLowerCase().includes(wanted) || tenant.slug.includes(wanted);
  });
}

export function tenantsTable(tenants: readonly PlatformTenant[]): FrameTable {
  return {
    columns: [
      "slug",
      "name",
      "suspended",
      "created_at",
      ...quotaKeys.flatMap((key) => [`${key}_used`, `${key}_limit`]),
    ],
    rows: tenants.map((tenant) => [
      tenant.slug,
      tenant.name,
      tenant.suspended ? "yes" : "no",
      tenant.createdAt,
      ...quotaKeys.flatMap((key) => [
        usedOf(tenant, key),
        tenant.usage.find((quota) => quota.key === key)?.limit ?? null,
      ]),
    ]),
  };
}

/** Letters that are no others with a mark. */
const latin: Record<string, string> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
};

/** A short name for addresses, made of a name; the person may change it. */
export function slugOf(name: string): string {
  return name
    .replace(/[ßæœøłđðþ]/gi, (letter) => latin[letter.toLowerCase()] ?? "")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 40)
    .replace(/^-+|-+$/g, "");
}
