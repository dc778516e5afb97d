import { describe, expect, it } from "vitest";
import { runRoute } from "./run-route";

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
