import { describe, expect, it } from "vitest";
import { routeLabel, runRoute } from "./run-route";

describe("the label of a route in the metrics", () => {
  const params = { tenant: "acme", uid: "a b" };
  it.each([
    ["/api/v1/tenants/acme/dashboards/a%20b"],
    ["/api/v1/tenants/%61cme/dashboards/%61%20b"],
    ["/api/v1/tenants/a%63me/dashboards/a b"],
  ])("is one however its parts are spelled: %s", (path) => {
    expect(routeLabel(new Request(`http://console.test${path}`), params)).toBe(
      "/api/v1/tenants/{tenant}/dashboards/{uid}",
    );
  });

  it("is one for all that a route of any length takes, and for what was encoded twice", () => {
    const label = (path: string, more: Record<string, string | string[]>) =>
      routeLabel(new Request(`http://console.test${path}`), more);
    expect(label("/api/x/%2e%2e%2fy/x", { path: ["x", "../y", "x"] })).toBe("/api/{path}");
    expect(label("/api/v1/tenants/%2561", { tenant: "%61" })).toBe("/api/v1/tenants/{tenant}");
    expect(label("/api/v1/tenants/%2561", { tenant: "%2561" })).toBe("/api/v1/tenants/{tenant}");
    expect(label("/api/v1/tenants/%ff", { tenant: "%ff" })).toBe("/api/v1/tenants/{tenant}");
  });
});

describe("runRoute", () => {
  it("runs for a route without segments, to which Next gives no params", async () => {
    const request = new Request("http://console.test/api/v1/tenants");
    const response = await runRoute(
      request,
      { params: Promise.resolve(undefined) },
      async () => new Response("ok"),
    );
    expect(await response.text()).toBe("ok");
    expect(response.headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
  });
});
