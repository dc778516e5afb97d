import { describe, expect, it } from "vitest";
import { describeDatabaseError } from "./describe-database-error.ts";

describe("describeDatabaseError", () => {
  const url = "postgresql://owner:geheim@db.internal:5432/console";

  it("names the place and the reason, not the password", () => {
    const text = describeDatabaseError(url, Object.assign(new Error("connect"), { code: "ECONNREFUSED" }));
    expect(text).toBe(
      "The database at db.internal:5432/console cannot be used: nothing listens there. Check DATABASE_URL.",
    );
    expect(describeDatabaseError(url, Object.assign(new Error("x"), { code: "28P01" }))).not.toContain(
      "geheim",
    );
  });

  it("gives an unknown error's own text", () => {
    expect(describeDatabaseError("nonsense", new Error("strange"))).toContain("strange");
  });
});
