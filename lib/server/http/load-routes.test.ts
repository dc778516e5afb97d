import { existsSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it, vi } from "vitest";
import { loadRoutes, routesLoaded } from "./load-routes";

afterEach(() => vi.unstubAllEnvs());

async function asked(answer: "ok" | "broken"): Promise<string[]> {
  const seen: string[] = [];
  const server = createServer(({ method, url, headers }, outgoing) => {
    seen.push(`${method} ${url}`);
    expect(headers.authorization ?? headers.cookie).toBeUndefined();
    if (answer === "ok") outgoing.end("ok");
    else outgoing.destroy();
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  vi.stubEnv("PORT", String((server.address() as AddressInfo).port));
  loadRoutes();
  await routesLoaded();
  await new Promise((done) => server.close(done));
  return seen;
}

/** Whether the console has such a route, its segments filled in as `-`. */
function fileOf(line: string): boolean {
  const [method, path = ""] = line.split(" ");
  if (method === "OPTIONS") {
    const segments = path
      .replace("tenants/-", "tenants/[tenant]")
      .replace("datasources/-", "datasources/[uid]");
    return existsSync(`app${segments.replace("auth/-", "auth/[...nextauth]")}/route.ts`);
  }
  const segments = path.replace("/t/-", "/t/[tenant]").replace("/d/-", "/d/[uid]");
  const file = `${segments.replace("/d-solo/-", "/d-solo/[uid]/[[...slug]]")}/page.tsx`;
  return existsSync(`app${file}`) || existsSync(`app/(console)${file}`);
}

describe("a server that has just started", () => {
  it("asks itself, wherever it listens, for pages and routes there are", async () => {
    vi.stubEnv("HOSTNAME", "0.0.0.0");
    const seen = await asked("ok");
    expect(seen).toContain("OPTIONS /api/v1/tenants/-/datasources/-/prometheus/explain");
    expect(seen.filter((line) => !fileOf(line))).toEqual([]);
  });

  it("goes on when nothing answers", async () => {
    vi.stubEnv("HOSTNAME", "127.0.0.1");
    expect((await asked("broken")).length).toBeGreaterThan(5);
    vi.stubEnv("PORT", "1");
    loadRoutes();
    await expect(routesLoaded()).resolves.toBeUndefined();
  });
});
