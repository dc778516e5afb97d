import { describe, expect, it } from "vitest";
import type { QuotaKey, QuotaUsage } from "@/lib/shared/tenants/quotas";
import { nearestLimit, sharePercent, usageLevel, usageShare } from "./usage-level";

function quota(key: QuotaKey, used: number | null, limit: number): QuotaUsage {
  return { key, label: key, unit: key, limit, isDefault: true, used };
}

describe("usageLevel", () => {
  it.each([
    [79, 100, "ok"],
    [80, 100, "near"],
    [99, 100, "near"],
    [100, 100, "full"],
    [120, 100, "full"],
    [0, 0, "full"],
    [null, 100, "unknown"],
  ] as const)("calls %s of %s %s", (used, limit, level) => {
    expect(usageLevel({ used, limit })).toBe(level);
  });
});

describe("sharePercent", () => {
  it("never says that a limit is reached before it is", () => {
    expect(sharePercent(0.9999)).toBe("99 %");
    expect(sharePercent(1)).toBe("100 %");
    expect(sharePercent(0.001)).toBe("under 1 %");
    expect(sharePercent(0)).toBe("0 %");
    expect(sharePercent(usageShare({ used: 1, limit: 0 }) ?? 0)).toBe("over 100 %");
  });
});

describe("nearestLimit", () => {
  it("finds the quota that runs out first", () => {
    const usage = [quota("dashboards", 10, 1000), quota("members", 9, 10), quota("versionsKept", null, 100)];
    expect(nearestLimit(usage)?.key).toBe("members");
  });

  it("leaves out what is not counted and what was never allowed", () => {
    expect(nearestLimit([quota("versionsKept", null, 100), quota("apiTokens", 0, 0)])).toBeNull();
  });
});
