import { afterEach, describe, expect, it, vi } from "vitest";

const token = "a-token-for-prometheus";

/** Settings are read once, so each test reads the module anew. */
async function ask(setting: string | undefined, authorization?: string): Promise<number> {
  vi.resetModules();
  vi.stubEnv("PANELSMITH_METRICS_TOKEN", setting);
  const { GET } = await import("@/app/api/metrics/route");
  const headers = authorization === undefined ? undefined : { authorization };
  const request = new Request("http://console.test/api/metrics", { headers });
  const response = await GET(request, { params: Promise.resolve({}) });
  if (response.status !== 200) expect(await response.text()).not.toContain("panelsmith_");
  return response.status;
}

describe("who may read the metrics", () => {
  afterEach(() => void vi.unstubAllEnvs());

  it("is anybody where no token is set", async () => {
    expect(await ask(undefined)).toBe(200);
  });

  it("is who brings the token where one is set", async () => {
    expect(await ask(token, `Bearer ${token}`)).toBe(200);
    for (const other of [undefined, "Bearer", `Bearer ${token}x`, `Basic ${token}`, "Bearer a", token])
      expect(await ask(token, other), other).toBe(401);
  });
});
