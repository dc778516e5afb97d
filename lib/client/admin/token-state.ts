import type { ApiToken } from "@/lib/shared/tenants/tenant";

export type TokenState = "active" | "expiring" | "expired" | "revoked";

const soonMs = 14 * 86_400_000;

/** `expiring` in the last two weeks: time enough to make the next one. */
export function tokenState(
  { expiresAt, revokedAt }: Pick<ApiToken, "expiresAt" | "revokedAt">,
  nowMs: number,
): TokenState {
  if (revokedAt !== null) return "revoked";
  if (expiresAt === null) return "active";
  const leftMs = Date.parse(expiresAt) - nowMs;
  if (leftMs <= 0) return "expired";
  return leftMs <= soonMs ? "expiring" : "active";
}

export function isUsable(state: TokenState): boolean {
  return state === "active" || state === "expiring";
}
