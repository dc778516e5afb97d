import { describe, expect, it } from "vitest";
import { breadcrumbTrail } from "./breadcrumb-trail";

describe("breadcrumbTrail", () => {
  it("leads from the list to a dashboard and its pages", () => {
    expect(breadcrumbTrail("/t/acme/d/web/versions", "Web")).toEqual([
      { label: "Dashboards", href: "/t/acme/dashboards" },
      { label: "Web", href: "/t/acme/d/web" },
      { label: "Versions" },
    ]);
  });

  it("has no link on the page one is on", () => {
    expect(breadcrumbTrail("/t/acme/explore", null)).toEqual([{ label: "Explore" }]);
    expect(breadcrumbTrail("/t/acme/d/web", "Web").at(-1)).toEqual({ label: "Web" });
  });

  it("names the pages of the administration", () => {
    expect(breadcrumbTrail("/t/acme/admin/tokens", null)).toEqual([
      { label: "Admin", href: "/t/acme/admin/members" },
      { label: "API tokens" },
    ]);
    expect(breadcrumbTrail("/admin/tenants", null).at(-1)).toEqual({ label: "Tenants" });
  });

  it("says nothing before it knows the dashboard's title", () => {
    expect(breadcrumbTrail("/t/acme/d/web", null)).toEqual([{ label: "Dashboards" }]);
  });
});
