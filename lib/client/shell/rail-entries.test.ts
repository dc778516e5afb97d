import { describe, expect, it } from "vitest";
import { railEntries } from "./rail-entries";

function labels(role: "viewer" | "editor" | "publisher" | "admin", platformAdmin = false) {
  return railEntries({ slug: "acme", role }, platformAdmin).map((entry) => entry.label);
}

describe("railEntries", () => {
  it("offers a viewer only what is to be read", () => {
    expect(labels("viewer")).toEqual(["Dashboards", "Alerts"]);
  });

  it("offers Explore to those who may write queries", () => {
    expect(labels("editor")).toEqual(["Dashboards", "Explore", "Alerts"]);
  });

  it("adds publishing and administration with the role", () => {
    expect(labels("publisher")).toEqual(["Dashboards", "Explore", "Alerts", "Publish"]);
    expect(labels("admin")).toContain("Admin");
    expect(labels("admin")).not.toContain("Tenants");
  });

  it("offers a platform admin the tenants, also outside of one", () => {
    expect(railEntries(null, true).map((entry) => entry.href)).toEqual(["/admin/tenants"]);
  });
});
