import { createServer, type Server } from "node:http";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { createTestTenant } from "@/lib/server/testing/create-test-tenant";
import { emptyVector, startFakeUpstream } from "@/lib/server/testing/fake-upstream";
import { createDatasource } from "./create-datasource";
import { testDatasource, testNewDatasource } from "./test-datasource";

vi.hoisted(() => {
  process.env.UPSTREAM_ALLOWLIST = "127.0.0.1";
});

const seen: string[] = [];
let server: Server;
let base = "";

beforeAll(async () => {
  // An exporter: what teams give by mistake instead of a Prometheus.
  server = createServer((request, response) => {
    seen.push(`${request.headers["x-secret"] ?? "-"}`);
    const isMetrics = request.url === "/metrics";
    response.writeHead(isMetrics ? 200 : 404, { "content-type": "text/plain; version=0.0.4" });
    response.end(isMetrics ? "# HELP up x\n# TYPE up gauge\nup 1\n" : "not found");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("no port");
  base = `http://127.0.0.1:${address.port}`;
});

afterAll(() => new Promise((resolve) => server.close(resolve)));

/** Answers as a Prometheus that holds the series of `tenant_id="acme"` alone. */
async function startPrometheusOfOneTenant() {
  const upstream = await startFakeUpstream();
  upstream.answer(({ url }, response) => {
    const { pathname, searchParams } = new URL(url, upstream.url);
    if (!pathname.endsWith("/values")) return void response.end(emptyVector);
    const fits = searchParams.get("match[]") === '{tenant_id="acme"}';
    response.end(JSON.stringify({ status: "success", data: fits ? ["acme"] : [] }));
  });
  return upstream;
}

describe("testing a datasource", () => {
  it("says that an exporter's page is no Prometheus", async () => {
    const a = await createTestTenant();
    const found = await testNewDatasource(a.admin, { url: `${base}/metrics` });
    expect(found).toMatchObject({ ok: false, kind: "exporter" });
    expect(found.message).toContain("/metrics");
  });

  it("tells of matchers that no series fits: those typed, else those saved", async () => {
    const a = await createTestTenant();
    const prometheus = await startPrometheusOfOneTenant();
    try {
      const test = async (matchers?: object) =>
        (await testNewDatasource(a.admin, { url: prometheus.url, matchers })).warning;
      expect(await test()).toBeUndefined();
      expect(await test({ tenant_id: "acme" })).toBeUndefined();
      expect(await test({ tenant_id: "acmee" })).toContain('{tenant_id="acmee"}');
      const saved = { uid: "m", name: "M", url: prometheus.url, matchers: { tenant_id: ["a", "b"] } };
      await createDatasource(a.admin, saved);
      expect((await testDatasource(a.admin, "m", {})).warning).toContain('{tenant_id=~"');
      expect(
        (await testDatasource(a.admin, "m", { matchers: { tenant_id: "acme" } })).warning,
      ).toBeUndefined();
    } finally {
      await prometheus.stop();
    }
  });

  it("never sends stored headers to another URL", async () => {
    const a = await createTestTenant();
    await createDatasource(a.admin, {
      uid: "p",
      name: "P",
      url: base,
      matchers: {},
      headers: { "X-Secret": "s3cret" },
    });
    seen.length = 0;
    await expect(testDatasource(a.admin, "p", { url: `${base}/other` })).rejects.toMatchObject({
      code: "INVALID_INPUT",
    });
    expect(seen).toEqual([]);
    await testDatasource(a.admin, "p", {});
    expect(seen).toContain("s3cret");
  });

  it("refuses a URL that no datasource may have, before anything is asked", async () => {
    const a = await createTestTenant();
    await createDatasource(a.admin, { uid: "p", name: "P", url: base, matchers: {} });
    for (const url of [
      "http://169.254.169.254",
      "http://[::1]:9090",
      "http://0xa9fea9fe",
      "ftp://x",
      "//x",
    ]) {
      await expect(testNewDatasource(a.admin, { url }), url).rejects.toMatchObject({ code: "INVALID_INPUT" });
      await expect(testDatasource(a.admin, "p", { url }), url).rejects.toMatchObject({
        code: "INVALID_INPUT",
      });
    }
  });

  it("is the admin's, and finds nothing of another tenant", async () => {
    const [a, b] = [await createTestTenant("A"), await createTestTenant("B")];
    await createDatasource(a.admin, { uid: "p", name: "P", url: base, matchers: {} });
    await expect(testNewDatasource(a.publisher, { url: base })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(testDatasource(a.viewer, "p", {})).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(testDatasource(b.admin, "p", {})).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
