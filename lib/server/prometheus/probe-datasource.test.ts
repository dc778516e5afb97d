import type { ServerResponse } from "node:http";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { type FakeUpstream, type SeenRequest, startFakeUpstream } from "@/lib/server/testing/fake-upstream";
import { probeDatasource } from "./probe-datasource";

vi.hoisted(() => {
  process.env.UPSTREAM_ALLOWLIST = "127.0.0.1";
});

let upstream: FakeUpstream;
beforeAll(async () => {
  upstream = await startFakeUpstream();
});
afterAll(() => upstream.stop());
beforeEach(() => {
  upstream.seen.length = 0;
});

const pages =
  (known: Record<string, string>, type = "application/json") =>
  (request: SeenRequest, response: ServerResponse) => {
    const text = known[request.url.split("?")[0] ?? ""];
    response
      .writeHead(text === undefined ? 404 : 200, { "content-type": type })
      .end(text ?? "404 page not found");
  };
const vector = '{"status":"success","data":{"resultType":"vector","result":[]}}';
const metrics = "# HELP x X.\n# TYPE x gauge\nx 1\n";

describe("probeDatasource", () => {
  it("knows a Prometheus, and its version where it tells", async () => {
    upstream.answer(
      pages({
        "/api/v1/query": vector,
        "/api/v1/status/buildinfo": '{"status":"success","data":{"version":"2.42.0"}}',
      }),
    );
    expect(await probeDatasource({ url: upstream.url })).toEqual({
      kind: "prometheus",
      ok: true,
      version: "2.42.0",
      message: "Prometheus answers, version 2.42.0.",
    });
    upstream.answer(pages({ "/prom/api/v1/query": vector }));
    expect(await probeDatasource({ url: `${upstream.url}/prom/` })).toMatchObject({
      ok: true,
      version: null,
    });
  });

  it.each([502, 503, 504])(
    "takes none that answers %i for something else, though its metrics can be read",
    async (status) => {
      upstream.answer(({ url }, response) => {
        if (url === "/metrics") response.end(metrics);
        else response.writeHead(status, { "content-type": "text/plain" }).end("Service Unavailable");
      });
      const found = await probeDatasource({ url: upstream.url });
      expect(found).toMatchObject({ kind: "not_ready", ok: false });
      expect(found.message).toContain(`status ${status}`);
      expect(found.suggestedUrl).toBeUndefined();
    },
  );

  it.each<[string, string, Record<string, string>, string]>([
    ["exporter", "/metrics", { "/metrics": metrics }, "text/plain"],
    ["exporter", "", { "/metrics": metrics }, "text/plain"],
    [
      "grafana",
      "",
      { "/api/health": '{"commit":"x","database":"ok","version":"9.4"}', "/metrics": metrics },
      "application/json",
    ],
    [
      "alertmanager",
      "",
      { "/api/v2/status": '{"cluster":{},"versionInfo":{}}', "/metrics": metrics },
      "application/json",
    ],
    ["web_page", "", { "/": "<!doctype html><title>Hello</title>" }, "text/html"],
    ["other", "", {}, "text/plain"],
    ["other", "/graph", { "/graph": "<html>" }, "text/html"],
  ])("knows %s at %j", async (kind, path, known, type) => {
    upstream.answer(pages(known, type));
    const result = await probeDatasource({ url: upstream.url + path });
    expect(result).toMatchObject({ kind, ok: false, version: null });
    expect(result.message).not.toMatch(/127\.0\.0\.1|Hello/);
  });

  it("knows redirects, refusals and silence", async () => {
    upstream.answer(
      (_, response) => void response.writeHead(302, { location: "http://169.254.169.254/" }).end(),
    );
    expect((await probeDatasource({ url: upstream.url })).kind).toBe("redirect");
    upstream.answer((_, response) => void response.writeHead(401).end());
    expect((await probeDatasource({ url: upstream.url })).kind).toBe("unauthorized");
    expect((await probeDatasource({ url: "http://127.0.0.1:1" })).kind).toBe("unreachable");
  });

  it("knows a Grafana that asks to sign in, by what it tells everybody", async () => {
    upstream.answer(({ url }, response) => {
      if (url === "/api/health") response.end('{"commit":"x","database":"ok","version":"7.5.5"}');
      else response.writeHead(401, { "content-type": "application/json" }).end('{"message":"Unauthorized"}');
    });
    expect(await probeDatasource({ url: upstream.url })).toMatchObject({ kind: "grafana", ok: false });
  });

  it("asks nothing of an address that no datasource may have", async () => {
    for (const url of ["http://169.254.169.254", "http://localhost:1", "ftp://x", "nonsense"]) {
      expect((await probeDatasource({ url })).kind, url).toBe("refused");
    }
    expect(upstream.seen).toHaveLength(0);
  });
});
