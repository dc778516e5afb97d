import { describe, expect, it } from "vitest";
import { QuotaLimits } from "@/lib/shared/tenants/quotas";
import { readLimit } from "./read-limit";

describe("readLimit", () => {
  it("reads whole numbers, grouped or not", () => {
    expect(readLimit(" 20,000 ")).toEqual({ limit: 20_000 });
    expect(readLimit("0")).toEqual({ limit: 0 });
  });

  it.each(["", "-1", "1.5", "many", "1e3"])("does not take %j", (text) => {
    expect(readLimit(text)).toHaveProperty("problem");
  });

  it("takes no more than the interface does", () => {
    for (const text of ["1000000", "1000001"]) {
      const accepted = QuotaLimits.safeParse({ members: Number(text) }).success;
      expect("limit" in readLimit(text)).toBe(accepted);
    }
  });
});
