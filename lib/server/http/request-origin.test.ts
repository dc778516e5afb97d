import { afterEach, describe, expect, it, vi } from "vitest";

const settings: { PANELSMITH_URL?: string; PANELSMITH_TRUST_PROXY: number } = {
  PANELSMITH_TRUST_PROXY: 0,
};
vi.mock("@/lib/server/env", () => ({ env: () => settings }));
const { clientIp, ownOrigin } = await import("./request-origin");

const request = (headers: Record<string, string>) => new Request("http://inner:3000/x", { headers });

afterEach(() => {
  settings.PANELSMITH_URL = undefined;
  settings.PANELSMITH_TRUST_PROXY = 0;
});

describe("ownOrigin", () => {
  it("is what the request was sent to, whatever it says of itself", () => {
    const forged = {
      host: "console.example",
      "x-forwarded-host": "evil.example",
      "x-forwarded-proto": "https",
    };
    expect(ownOrigin(request(forged))).toBe("http://console.example");
    settings.PANELSMITH_TRUST_PROXY = 1;
    const added = { "x-forwarded-host": "evil.example, real.example", "x-forwarded-proto": "http, https" };
    expect(ownOrigin(request({ ...forged, ...added }))).toBe("https://real.example");
  });

  it("is the configured address, whatever Host says", () => {
    settings.PANELSMITH_URL = "https://console.example";
    expect(ownOrigin(request({ host: "evil.example" }))).toBe("https://console.example");
    settings.PANELSMITH_URL = "http://localhost:3000";
    expect(ownOrigin(request({ host: "127.0.0.1:3000" }))).toBe("http://127.0.0.1:3000");
    expect(ownOrigin(request({ host: "127.0.0.1:9999" }))).toBe("http://localhost:3000");
  });
});

describe("clientIp", () => {
  it("is the nearest hop, and behind trusted proxies the one that the outermost of them saw", () => {
    const hops = { "x-forwarded-for": "1.2.3.4, 203.0.113.9, ::ffff:10.0.0.1" };
    expect(clientIp(request(hops))).toBe("10.0.0.1");
    for (const [proxies, seen] of [
      [1, "10.0.0.1"],
      [2, "203.0.113.9"],
      [3, "1.2.3.4"],
      [9, "1.2.3.4"],
    ] as const) {
      settings.PANELSMITH_TRUST_PROXY = proxies;
      expect(clientIp(request(hops))).toBe(seen);
    }
    expect(clientIp(request({ "x-forwarded-for": "203.0.113.9" }))).toBe("203.0.113.9");
    expect(clientIp(request({}))).toBeNull();
  });
});
