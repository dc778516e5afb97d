import { describe, expect, it } from "vitest";
import { quotaKeys, quotas } from "@/lib/shared/tenants/quotas";
import { type PlatformTenant, Slug } from "@/lib/shared/tenants/tenant";
import { findTenants, isNearLimit, slugOf, tenantsTable } from "./tenant-overview";

function tenant(slug: string, members: number, suspended = false): PlatformTenant {
  const usage = quotaKeys.map((key) => ({
    key,
    label: quotas[key].label,
    unit: quotas[key].unit,
    limit: 10,
    isDefault: true,
    used: key === "members" ? members : null,
  }));
  return { slug, name: `Team ${slug}`, suspended, createdAt: "2026-01-01T00:00:00.000Z", usage };
}

const tenants = [tenant("acme", 8), tenant("globex", 7), tenant("initech", 1, true)];
const found = (query: string, shown: "all" | "near" | "suspended") =>
  findTenants(tenants, { query, shown }).map(({ slug }) => slug);

describe("findTenants", () => {
  it("finds by name, by being near a limit, by being suspended", () => {
    expect(found("TEAM G", "all")).toEqual(["globex"]);
    expect(found("", "near")).toEqual(["acme"]);
    expect(found("", "suspended")).toEqual(["initech"]);
    expect(found("acme", "suspended")).toEqual([]);
  });

  it("counts 80 % as near", () => {
    expect(tenants.map(isNearLimit)).toEqual([true, false, false]);
  });
});

describe("tenantsTable", () => {
  it("has a used and a limit column a quota", () => {
    const { columns, rows } = tenantsTable(tenants);
    expect(columns).toHaveLength(4 + 2 * quotaKeys.length);
    expect(rows[0]?.[columns.indexOf("members_used")]).toBe(8);
    expect(rows[0]?.[columns.indexOf("dashboards_used")]).toBeNull();
    expect(rows.every((row) => row.length === columns.length)).toBe(true);
  });
});

describe("slugOf", () => {
  it.each([
    ["Acme GmbH & Co.", "acme-gmbh-co"],
    ["Größe", "grosse"],
    ["Łódź Ærø", "lodz-aero"],
    ["Équipe 7", "equipe-7"],
    [`${"x".repeat(39)} y`, "x".repeat(39)],
  ])("makes %s a valid short name", (name, slug) => {
    expect(slugOf(name)).toBe(slug);
    expect(Slug.safeParse(slugOf(name)).success).toBe(true);
  });
});
