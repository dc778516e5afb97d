import type { ServerResponse } from "node:http";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { withPlatform } from "@/lib/server/db";
import type { TenantContext } from "@/lib/server/tenants/context";
import { createTestDatasource } from "@/lib/server/testing/create-test-datasource";
import { createTestTenant, type TestTenant } from "@/lib/server/testing/create-test-tenant";
import { emptyVector, type FakeUpstream, startFakeUpstream } from "@/lib/server/testing/fake-upstream";
import { answerPrometheusRequest } from "./answer-prometheus-request";
import { endpoints } from "./endpoints";
import { gatewayErrorResponse } from "./gateway-error-response";

vi.hoisted(() => {
  process.env.UPSTREAM_ALLOWLIST = "127.0.0.1";
});

let upstream: FakeUpstream;
let a: TestTenant;
let b: TestTenant;

beforeAll(async () => {
  upstream = await startFakeUpstream();
  a = await createTestTenant("A");
  b = await createTestTenant("B");
  const secret = { Authorization: "Bearer s3cr3t-of-a", "X-Scope-OrgID": "tenant-a" };
  await createTestDatasource(a.admin, { url: upstream.url, matchers: { tenant_id: "a" }, headers: secret });
  await createTestDatasource(b.admin, { url: upstream.url, matchers: { tenant_id: "b" } });
});
afterAll(() => upstream.stop());
beforeEach(() => {
  upstream.seen.length = 0;
  upstream.answer((_, response) => response.setHeader("content-type", "application/json").end(emptyVector));
});

interface Ask {
  ctx?: TenantContext;
  uid?: string;
  init?: RequestInit;
}

async function ask(path: string, { ctx = a.viewer, uid = "prometheus", init }: Ask = {}) {
  const base = `http://console/api/v1/tenants/${ctx.tenant.slug}/datasources/${uid}/prometheus/api/v1/`;
  const request = new Request(base + path, init);
  const response = await answerPrometheusRequest(ctx, request, uid).catch((error) =>
    gatewayErrorResponse(error, "id"),
  );
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, json: JSON.parse(text) };
}

const post = (body: string, type = "application/x-www-form-urlencoded"): RequestInit => ({
  method: "POST",
  body,
  headers: { "content-type": type },
});
const sentForm = (index = 0) =>
  new URLSearchParams(upstream.seen[index]?.body || upstream.seen[index]?.url.split("?")[1]);
const raw =
  (text: string, type = "application/json", status = 200) =>
  (_: unknown, response: ServerResponse) =>
    void response.writeHead(status, { "content-type": type }).end(text);

describe("what goes upstream", () => {
  it("carries the tenant's matcher for every endpoint of the table", async () => {
    const list = JSON.stringify({ status: "success", data: [] });
    for (const [name, endpoint] of Object.entries(endpoints)) {
      if (endpoint.scope === "none") continue;
      upstream.seen.length = 0;
      upstream.answer((request, response) => {
        const body = request.url.includes("query_range")
          ? emptyVector.replace("vector", "matrix")
          : request.url.includes("/query")
            ? emptyVector
            : request.url.includes("metadata")
              ? '{"status":"success","data":{}}'
              : list;
        response.end(body);
      });
      const path = endpoint.path.replace("{name}", "job");
      const range = name === "query_range" ? "&start=0&end=60&step=15" : "";
      const { status } = await ask(`${path}?${endpoint.scope === "query" ? "query=up" : ""}${range}`);
      expect(status, name).toBe(200);
      expect(upstream.seen.length, name).toBeGreaterThan(0);
      const texts = upstream.seen.map((seen) => decodeURIComponent(seen.body + seen.url));
      expect(
        texts.some((text) => text.includes('tenant_id="a"')),
        name,
      ).toBe(true);
    }
  });

  it("holds listed parameters alone, enforced", async () => {
    await ask(
      "query?query=up&time=5&tenant=b&extra_label=x&extra_filters[]=y&dedup=false&nocache=1&max_source_resolution=1h",
    );
    expect(Object.fromEntries(sentForm())).toEqual({ query: 'up{tenant_id="a"}', time: "5" });
  });

  it("takes forms as well as addresses", async () => {
    await ask("query", { init: post("query=sum(up)&time=1") });
    expect(upstream.seen[0]).toMatchObject({ method: "POST", url: "/api/v1/query" });
    expect(sentForm().get("query")).toBe('sum(up{tenant_id="a"})');
  });

  it("puts the matcher into each match[], and asks for all of the tenant's without any", async () => {
    upstream.answer(raw('{"status":"success","data":[]}'));
    await ask("series?match[]=up&match[]={job=~%22.*%22}");
    expect(sentForm().getAll("match[]")).toEqual(['up{tenant_id="a"}', '{job=~".*",tenant_id="a"}']);
    await ask("label/tenant_id/values");
    expect(sentForm(1).getAll("match[]")).toEqual(['{tenant_id="a"}']);
    await ask("labels", { ctx: b.viewer });
    expect(sentForm(2).getAll("match[]")).toEqual(['{tenant_id="b"}']);
  });

  it("has the server's headers and none of the browser's", async () => {
    const headers = {
      "X-Scope-OrgID": "b",
      "X-Forwarded-For": "1.2.3.4",
      Cookie: "c=1",
      THANOS_TENANT: "b",
      "X-Grafana-User": "root",
    };
    await ask("query?query=up", { init: { headers } });
    const sent = upstream.seen[0]?.headers ?? {};
    expect(sent["x-scope-orgid"]).toBe("tenant-a");
    expect(sent.authorization).toBe("Bearer s3cr3t-of-a");
    expect(Object.keys(sent).sort()).toEqual(
      [
        "accept",
        "authorization",
        "connection",
        "content-length",
        "content-type",
        "host",
        "user-agent",
        "x-scope-orgid",
      ].sort(),
    );
    await ask("query?query=up", { ctx: b.viewer, init: { headers } });
    expect(upstream.seen[1]?.headers["x-scope-orgid"]).toBeUndefined();
  });
});

describe("what never goes upstream", () => {
  const big = encodeURIComponent("a".repeat(16_500));
  it.each([
    ["query?query=up{", 400],
    ["query", 400],
    ["query?query=", 400],
    ["query?query=info(up)", 400],
    [`query?query=${encodeURIComponent('{a="b" or c="d"}')}`, 400],
    ["query?query=up&query=up", 400],
    ["query?query[]=up", 400],
    ["query?query=up&Query=up", 400],
    ["query?QUERY=up", 400],
    ["query?query=up&query[]=x", 400],
    ["query?query=up&query%20=x", 400],
    ["query?query=up&time=now", 400],
    ["query?query=up&time=1&time=2", 400],
    ["query?query=up&timeout=x", 400],
    ["query?query=up&limit=-1", 400],
    ["query_range?query=up&start=0&end=60", 400],
    ["query_range?query=up&start=0&end=60&step=0", 400],
    ["query_range?query=up&start=0&end=60&step=-5", 400],
    ["query_range?query=up&start=60&end=0&step=5", 400],
    ["query_range?query=up&start=0&end=1000000&step=1", 400],
    ["query_range?query=up&start=0&end=1000000000&step=1000000", 400],
    ["series?match=up", 400],
    ["series?match[]=", 400],
    ["series?match[0]=up", 400],
    ["series?MATCH[]=up", 400],
    ["series?match[]=up&match[]=sum(up)", 400],
    ["series?match[]=up{", 400],
    [`query?query=${big}`, 400],
    [`query?query=${"(".repeat(70)}a${")".repeat(70)}`, 400],
    ["admin/tsdb/delete_series?match[]=up", 404],
    ["targets", 404],
    ["rules", 404],
    ["alerts", 404],
    ["status/config", 404],
    ["status/flags", 404],
    ["federate", 404],
    ["write", 404],
    ["read", 404],
    ["query/", 404],
    ["/query?query=up", 404],
    ["query%2f?query=up", 404],
    ["%71uery?query=up", 404],
    ["query;x?query=up", 404],
    ["label/job%2f..%2fvalues", 404],
    ["label/job/values/", 404],
    ["label//values", 404],
    ["label/a%00b/values", 404],
    ["label/%252e%252e/values", 404],
    ["x%5cquery?query=up", 404],
    ["../query?query=up", 404],
    ["Query?query=up", 404],
  ])("%s is %i", async (path, status) => {
    const answer = await ask(path);
    expect(answer.status).toBe(status);
    expect(answer.json).toMatchObject({
      status: "error",
      errorType: status === 404 ? "not_found" : "bad_data",
    });
    expect(upstream.seen).toHaveLength(0);
  });

  it.each(["text/plain", "application/json", "multipart/form-data; boundary=x", ""])(
    "%j is 415",
    async (type) => {
      const answer = await ask("query", { init: post("query=up", type) });
      expect(answer.status).toBe(415);
      expect(upstream.seen).toHaveLength(0);
    },
  );

  it("a parameter in the address and in the body", async () => {
    expect((await ask("query?query=up", { init: post("query=up") })).status).toBe(400);
    expect((await ask("series?match[]=up", { init: post("match[]=up") })).status).toBe(400);
    expect(upstream.seen).toHaveLength(0);
  });

  it("another method than the endpoint's", async () => {
    const answer = await ask("label/job/values", { init: post("") });
    expect(answer.status).toBe(405);
    expect(answer.headers.get("allow")).toBe("GET");
    expect(upstream.seen).toHaveLength(0);
  });

  it("a datasource of another tenant, or none", async () => {
    await createTestDatasource(b.admin, {
      uid: "only-b",
      url: upstream.url,
      matchers: { tenant_id: "b" },
      isDefault: false,
    });
    for (const uid of ["only-b", "nothing"]) {
      const answer = await ask("query?query=up", { uid });
      expect(answer.status).toBe(404);
      expect(answer.json.errorType).toBe("not_found");
    }
    expect(upstream.seen).toHaveLength(0);
  });

  it("a matcher without a value, and a conflict where conflicts are errors", async () => {
    await createTestDatasource(a.admin, {
      uid: "empty",
      url: upstream.url,
      matchers: { tenant_id: "" },
      isDefault: false,
    });
    expect((await ask("query?query=up", { uid: "empty" })).status).toBe(400);
    const strict = {
      uid: "strict",
      url: upstream.url,
      matchers: { tenant_id: "a" },
      isDefault: false,
      enforceConflict: "error",
    } as const;
    await createTestDatasource(a.admin, strict);
    expect(
      (await ask(`query?query=${encodeURIComponent('up{tenant_id="b"}')}`, { uid: "strict" })).status,
    ).toBe(400);
    expect(upstream.seen).toHaveLength(0);
  });

  it.each(["http://169.254.169.254/", "http://[::1]:1/", "http://localhost:1/"])(
    "a request to %s",
    async (url) => {
      const uid = `bad-${new URL(url).hostname.replace(/\W/g, "")}`;
      await createTestDatasource(a.admin, { uid, url, matchers: {}, isDefault: false });
      const answer = await ask("query?query=up", { uid });
      expect(answer.status).toBe(400);
      expect(answer.text).not.toContain("169.254");
    },
  );
});

describe("what comes back", () => {
  it.each<[string, (request: unknown, response: ServerResponse) => void, number]>([
    ["HTML", raw("<!doctype html><title>Grafana</title>", "text/html"), 502],
    ["SVG", raw("<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>", "image/svg+xml"), 502],
    [
      "a redirect",
      (_, response) => void response.writeHead(302, { location: "http://169.254.169.254/" }).end(),
      502,
    ],
    ["half a body", raw('{"status":"success","data":{"resultType":"vector","resu'), 502],
    [
      "a body that breaks off",
      (_, response) => {
        response.writeHead(200, { "content-length": "1000", "content-type": "application/json" });
        response.write("{");
        setTimeout(() => response.destroy(), 20);
      },
      502,
    ],
    ["nothing", (_, response) => void response.destroy(), 502],
    ["another shape", raw('{"status":"success","data":{"resultType":"vector","result":{"a":1}}}'), 502],
    ["a list for a query", raw('{"status":"success","data":[]}'), 502],
    ["JSON of something else", raw('{"hello":"world"}'), 502],
    ["metrics", raw("# HELP up\nup 1\n", "text/plain"), 502],
    [
      "1 GB",
      (_, response) => {
        response.writeHead(200, { "content-type": "application/json" });
        const chunk = Buffer.alloc(1_000_000, 32);
        const more = () => {
          while (!response.destroyed && response.write(chunk));
        };
        response.on("drain", more);
        more();
      },
      502,
    ],
    ["a refusal of our credentials", raw("nope s3cr3t-of-a", "text/plain", 401), 502],
    ["too many", raw("slow down", "text/plain", 429), 429],
    ["an error page", raw("<html>nginx</html>", "text/html", 503), 502],
  ])("%s becomes a clean error", async (_, respond, status) => {
    upstream.answer(respond);
    const answer = await ask("query?query=up");
    expect(answer.status).toBe(status);
    expect(answer.json.status).toBe("error");
    expect(answer.text).not.toMatch(/svg|nginx|Grafana|169\.254|s3cr3t|127\.0\.0\.1|<|hello/);
    expect(answer.headers.get("content-type")).toContain("application/json");
  });

  it("keeps Prometheus' own errors, without anything about the upstream", async () => {
    const error = `expanding series: Get "${upstream.url}/x?token=abc": dial tcp 10.1.2.3:9090: Bearer s3cr3t-of-a`;
    upstream.answer(
      raw(JSON.stringify({ status: "error", errorType: "execution", error }), "application/json", 422),
    );
    const { status, json } = await ask("query?query=up");
    expect(status).toBe(422);
    expect(json.errorType).toBe("execution");
    expect(json.error).not.toMatch(/127\.0\.0\.1|10\.1\.2\.3|s3cr3t|token/);
    expect(json.error).toContain("expanding series");
  });

  it("hands on data, and cleans warnings, cookies and headers", async () => {
    upstream.answer((_, response) => {
      response.setHeader("set-cookie", "x=1").setHeader("x-prometheus", "y");
      const body = { ...JSON.parse(emptyVector), warnings: [`store ${upstream.url} is down`], extra: "<b>" };
      response.end(JSON.stringify(body));
    });
    const { json, headers } = await ask(`query?query=${encodeURIComponent('up{tenant_id="b"}')}`);
    expect(json.data).toEqual({ resultType: "vector", result: [] });
    expect(json.extra).toBeUndefined();
    expect(json.warnings).toEqual([expect.stringContaining('"tenant_id"'), "store [upstream] is down"]);
    expect(headers.get("set-cookie")).toBeNull();
    expect(headers.get("x-prometheus")).toBeNull();
    expect(headers.get("x-content-type-options")).toBe("nosniff");
  });

  it("gives up after the time asked for, with 504", async () => {
    upstream.answer(() => undefined);
    const started = Date.now();
    const answer = await ask("query?query=slow&timeout=300ms");
    expect(answer.status).toBe(504);
    expect(answer.json.errorType).toBe("timeout");
    expect(Date.now() - started).toBeLessThan(3_000);
  });
});

describe("sharing and limits", () => {
  it("asks equal questions under way once a tenant, and never one for two", async () => {
    const waiting: ServerResponse[] = [];
    upstream.answer((_, response) => void waiting.push(response));
    const questions = [
      ask("query?query=up&time=1"),
      ask("query?query=up&time=1", { ctx: a.admin }),
      ask("query?query=up&time=1", { ctx: b.viewer }),
    ];
    await vi.waitFor(() => expect(waiting).toHaveLength(2));
    for (const response of waiting) response.end(emptyVector);
    expect((await Promise.all(questions)).map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(upstream.seen).toHaveLength(2);
    expect(new Set(upstream.seen.map((seen) => new URLSearchParams(seen.body).get("query"))).size).toBe(2);
  });

  it("cancels upstream when the last asker leaves", async () => {
    let closed = 0;
    upstream.answer((_, response) => void response.on("close", () => (closed += 1)));
    const leave = new AbortController();
    const first = ask("query?query=gone", { init: { signal: leave.signal } });
    await vi.waitFor(() => expect(upstream.seen).toHaveLength(1));
    leave.abort();
    expect((await first).json.errorType).toBe("canceled");
    await vi.waitFor(() => expect(closed).toBe(1));
  });

  it("answers 429 with Retry-After beyond the queries a minute", async () => {
    const c = await createTestTenant("C");
    await createTestDatasource(c.admin, { url: upstream.url, matchers: { tenant_id: "c" } });
    await withPlatform((tx) =>
      tx.quota.create({ data: { tenantId: c.tenant.id, key: "queriesPerMinute", limit: 3 } }),
    );
    const statuses = [];
    for (let i = 0; i < 4; i++) statuses.push(await ask("query?query=up", { ctx: c.viewer }));
    expect(statuses.map(({ status }) => status)).toEqual([200, 200, 200, 429]);
    expect(Number(statuses[3]?.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(statuses[3]?.json.errorType).toBe("too_many_requests");
    expect(upstream.seen).toHaveLength(3);
  });
});
