import { expect, it } from "vitest";
import { tenantOfPath } from "./last-tenant";

it.each([
  ["/t/acme/dashboards", "acme"],
  ["/t/acme-2/d/uid/edit", "acme-2"],
  ["/t/acme", null],
  ["/t/", null],
  ["/t/A%20b/dashboards", null],
  ["/admin/tenants", null],
  ["/x/t/acme/d/uid", null],
])("%s is a page of %s", (path, slug) => {
  expect(tenantOfPath(path)).toBe(slug);
});
