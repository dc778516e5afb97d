import type { ServerResponse } from "node:http";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { emptyVector } from "@/lib/server/testing/fake-upstream";
import { answerWith, type GatewayStand, startGatewayStand } from "@/lib/server/testing/gateway-stand";

vi.hoisted(() => {
  process.env.UPSTREAM_ALLOWLIST = "127.0.0.1";
});

let stand: GatewayStand;
beforeAll(async () => {
  stand = await startGatewayStand();
});
afterAll(() => stand.upstream.stop());
beforeEach(() => stand.reset());

describe("what comes back", () => {
  it.each<[string, (request: unknown, response: ServerResponse) => void, number]>([
    ["HTML", answerWith("<!doctype html><title>Grafana</title>", "text/html"), 502],
    ["SVG", answerWith("<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>", "image/svg+xml"), 502],
    [
      "a redirect",
      (_, response) => void response.writeHead(302, { location: "http://169.254.169.254/" }).end(),
      502,
    ],
    ["half a body", answerWith('{"status":"success","data":{"resultType":"vector","resu'), 502],
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
    [
      "another shape",
      answerWith('{"status":"success","data":{"resultType":"vector","result":{"a":1}}}'),
      502,
    ],
    ["half a scalar", answerWith('{"status":"success","data":{"resultType":"scalar","result":[1]}}'), 502],
    ["a list for a query", answerWith('{"status":"success","data":[]}'), 502],
    ["JSON of something else", answerWith('{"hello":"world"}'), 502],
    ["metrics", answerWith("# HELP up\nup 1\n", "text/plain"), 502],
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
    ["a refusal of our credentials", answerWith("nope s3cr3t-of-a", "text/plain", 401), 502],
    ["too many", answerWith("slow down", "text/plain", 429), 429],
    ["an error page", answerWith("<html>nginx</html>", "text/html", 503), 502],
  ])("%s becomes a clean error", async (_, respond, status) => {
    stand.upstream.answer(respond);
    const answer = await stand.ask("query?query=up");
    expect(answer.status).toBe(status);
    expect(answer.json.status).toBe("error");
    expect(answer.text).not.toMatch(/svg|nginx|Grafana|169\.254|s3cr3t|127\.0\.0\.1|<|hello/);
    expect(answer.headers.get("content-type")).toContain("application/json");
  });

  it("keeps Prometheus' own errors, without anything about the upstream", async () => {
    const error = `expanding series: Get "${stand.upstream.url}/x?token=abc": dial tcp 10.1.2.3:9090: Bearer s3cr3t-of-a`;
    stand.upstream.answer(
      answerWith(JSON.stringify({ status: "error", errorType: "execution", error }), "application/json", 422),
    );
    const { status, json } = await stand.ask("query?query=up");
    expect(status).toBe(422);
    expect(json.errorType).toBe("execution");
    expect(json.error).not.toMatch(/127\.0\.0\.1|10\.1\.2\.3|s3cr3t|token/);
    expect(json.error).toContain("expanding series");
  });

  it("hands on data, and cleans warnings, cookies and headers", async () => {
    stand.upstream.answer((_, response) => {
      response.setHeader("set-cookie", "x=1").setHeader("x-prometheus", "y");
      const body = {
        ...JSON.parse(emptyVector),
        warnings: [`store ${stand.upstream.url} is down`],
        infos: ["PromQL info: metric might not be a counter"],
        extra: "<b>",
      };
      response.end(JSON.stringify(body));
    });
    const { json, headers } = await stand.ask(`query?query=${encodeURIComponent('up{tenant_id="b"}')}`);
    expect(json.data).toEqual({ resultType: "vector", result: [] });
    expect(json.extra).toBeUndefined();
    expect(json.infos).toEqual(["PromQL info: metric might not be a counter"]);
    expect(json.warnings).toEqual([expect.stringContaining('"tenant_id"'), "store [upstream] is down"]);
    expect(headers.get("set-cookie")).toBeNull();
    expect(headers.get("x-prometheus")).toBeNull();
    expect(headers.get("x-content-type-options")).toBe("nosniff");
  });

  it("makes up for endpoints that the upstream lacks, and says so where it cannot", async () => {
    const lacks = ["404 page not found\n", 'unsupported path requested: "/api/v1/format_query"'] as const;
    for (const [index, text] of lacks.entries()) {
      stand.upstream.answer(answerWith(text, "text/plain", index === 0 ? 404 : 400));
      const formatted = await stand.ask("format_query?query=sum(%20up%20)");
      expect([formatted.status, formatted.json]).toEqual([
        200,
        { status: "success", data: 'sum(up{tenant_id="a"})' },
      ]);
      const parsed = await stand.ask("parse_query?query=up");
      expect([parsed.status, parsed.json.errorType]).toEqual([404, "not_found"]);
    }
  });

  it("takes other engines' error types by their status", async () => {
    const error = JSON.stringify({ status: "error", errorType: "422", error: "cannot evaluate" });
    stand.upstream.answer(answerWith(error, "application/json", 422));
    const { status, json } = await stand.ask("query?query=up");
    expect([status, json]).toEqual([
      422,
      { status: "error", errorType: "execution", error: "cannot evaluate" },
    ]);
    stand.upstream.answer(answerWith(error, "application/json", 500));
    expect((await stand.ask("query?query=down")).json.errorType).toBe("unavailable");
  });

  it("gives up after the time asked for, with 504", async () => {
    stand.upstream.answer(() => undefined);
    const answer = await stand.ask("query?query=slow&timeout=300ms");
    expect(answer.status).toBe(504);
    expect(answer.json.errorType).toBe("timeout");
    expect(answer.json.error).toContain("within 1 s");
    expect((await stand.ask("query?query=slow&timeout=0.1005")).status).toBe(504);
  });

  it("gives nobody the time-out of another who would not wait as long", async () => {
    stand.upstream.answer((_, response) => {
      const answer = '{"status":"success","data":{"resultType":"matrix","result":[]}}';
      setTimeout(() => response.writeHead(200, { "content-type": "application/json" }).end(answer), 300);
    });
    for (const question of ["query?query=shared&time=5", "query_range?query=shared&start=0&end=60&step=15"]) {
      const [hasty, other] = await Promise.all([stand.ask(`${question}&timeout=50ms`), stand.ask(question)]);
      expect([hasty.status, other.status], question).toEqual([504, 200]);
    }
    expect((await stand.ask("query?query=after&time=5&timeout=1ms")).status).toBe(504);
    expect((await stand.ask("query?query=after&time=5")).status).toBe(200);
  });
});
