import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

let assertSameOrigin: typeof import("./assert-same-origin").assertSameOrigin;

// Settings are read once, so each case loads the modules anew.
beforeEach(async () => {
  vi.resetModules();
  ({ assertSameOrigin } = await import("./assert-same-origin"));
});

afterEach(() => {
  vi.unstubAllEnvs();
});

function check(origin: string, host = "console.test") {
  const request = new Request(`http://${host}/api/v1/tenants`, { method: "POST", headers: { origin, host } });
  return () => assertSameOrigin(request);
}

describe("assertSameOrigin", () => {
  it("takes the own origin, also where a proxy ends TLS", () => {
    expect(check("http://console.test")).not.toThrow();
    expect(check("https://console.test")).not.toThrow();
  });

  it.each([
    "http://console.test.evil.example",
    "http://console.test:81",
    "http://evil.example#console.test",
    "http://console.test@evil.example",
    "null",
    "",
    "file://",
  ])("refuses %j", (origin) => {
    expect(check(origin)).toThrow(/did not come from a page of this console/);
  });

  it("refuses the unencrypted twin of a console that is reached over https", () => {
    vi.stubEnv("PANELSMITH_URL", "https://console.test");
    expect(check("https://console.test")).not.toThrow();
    expect(check("http://console.test")).toThrow();
  });
});
