import { describe, expect, it } from "vitest";
import { withPlatform } from "@/lib/server/db";
import { atOnce } from "@/lib/server/testing/at-once";
import { createTestTenant } from "@/lib/server/testing/create-test-tenant";
import { createFirstAdministrator, needsSetup } from "./first-administrator";

describe("createFirstAdministrator", () => {
  it("makes exactly one, admin of every tenant, however many ask at once", async () => {
    expect(await needsSetup()).toBe(true);
    const { tenant } = await createTestTenant();
    const attempts = await atOnce(
      "users",
      ["a", "b", "c"].map(
        (name) => () =>
          createFirstAdministrator({ email: `${name}@example.org`, password: "long enough here" }),
      ),
    );
    expect(attempts.filter((attempt) => attempt.status === "fulfilled")).toHaveLength(1);
    const refusals = attempts.flatMap((attempt) =>
      attempt.status === "rejected" ? [attempt.reason.code] : [],
    );
    expect(refusals).toEqual(["CONFLICT", "CONFLICT"]);
    const administrators = await withPlatform((tx) =>
      tx.user.findMany({ where: { isPlatformAdmin: true }, include: { memberships: true } }),
    );
    expect(
      administrators.map((user) => user.memberships.map(({ tenantId, role }) => [tenantId, role])),
    ).toEqual([[[tenant.id, "admin"]]]);
    expect(await needsSetup()).toBe(false);
  });

  it("refuses short passwords and odd addresses", async () => {
    await expect(createFirstAdministrator({ email: "a@example.org", password: "short" })).rejects.toThrow();
    await expect(
      createFirstAdministrator({ email: "nonsense", password: "long enough here" }),
    ).rejects.toThrow();
  });
});
