import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { createTestDatasource } from "@/lib/server/testing/create-test-datasource";
import { formPost, type GatewayStand, startGatewayStand } from "@/lib/server/testing/gateway-stand";

vi.hoisted(() => {
  process.env.UPSTREAM_ALLOWLIST = "127.0.0.1";
});

let stand: GatewayStand;
beforeAll(async () => {
  stand = await startGatewayStand();
});
afterAll(() => stand.upstream.stop());
beforeEach(() => stand.reset());

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
    [`query?query=up&${"a&".repeat(1_000)}`, 400],
    [`series?${"MATCH[]&".repeat(999)}`, 400],
    ["query?query=up&time=1&time=2", 400],
    ["query?query=up&timeout=x", 400],
    ["query?query=up&limit=-1", 400],
    ["query?query=up&lookback_delta=0", 400],
    ["query?query=up&lookback_delta=30d", 400],
    ["query?query=up&lookback_delta=1m&lookback_delta=2m", 400],
    ["query?query=up&stats=%22", 400],
    ["metadata?limit=x", 400],
    [`series?match[]=${"a".repeat(9_000)}&match[]=${"b".repeat(9_000)}`, 400],
    [`query?query=${encodeURIComponent(`{${'b="c",'.repeat(1_100)}}`)}`, 400],
    [`series?${"match[]=up&".repeat(65)}`, 400],
    ["rules?rule_name[]=%00&rule_name=x", 400],
    ["rules?exclude_alerts=maybe", 400],
    [`rules?rule_name[]=${"a".repeat(501)}`, 400],
    ["metadata?metric=a-b", 400],
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
    ["rules?type=x", 400],
    ["rules?type=alert&type=record", 400],
    ["alertmanagers", 404],
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
    const answer = await stand.ask(path);
    expect(answer.status).toBe(status);
    expect(answer.json).toMatchObject({
      status: "error",
      errorType: status === 404 ? "not_found" : "bad_data",
    });
    expect(stand.upstream.seen).toHaveLength(0);
  });

  it.each(["text/plain", "application/json", "multipart/form-data; boundary=x", ""])(
    "%j is 415",
    async (type) => {
      const answer = await stand.ask("query", { init: formPost("query=up", type) });
      expect(answer.status).toBe(415);
      expect(stand.upstream.seen).toHaveLength(0);
    },
  );

  it("a parameter in the address and in the body", async () => {
    expect((await stand.ask("query?query=up", { init: formPost("query=up") })).status).toBe(400);
    expect((await stand.ask("series?match[]=up", { init: formPost("match[]=up") })).status).toBe(400);
    expect(stand.upstream.seen).toHaveLength(0);
  });

  it.each([
    ["label/job/values", "POST", "GET"],
    ["query?query=up", "HEAD", "GET, POST"],
    ["query?query=up", "OPTIONS", "GET, POST"],
    ["query_range?query=up", "DELETE", "GET, POST"],
    ["series?match[]=up", "PUT", "GET, POST"],
    ["rules", "PATCH", "GET"],
  ])("%s with another method, %s", async (path, method, allowed) => {
    const answer = await stand.ask(path, { init: method === "POST" ? formPost("") : { method } });
    expect([answer.status, answer.headers.get("allow")]).toEqual([405, allowed]);
    expect(answer.json.status).toBe("error");
    expect(stand.upstream.seen).toHaveLength(0);
  });

  it("a datasource of another tenant, or none", async () => {
    await createTestDatasource(stand.b.admin, {
      uid: "only-b",
      url: stand.upstream.url,
      matchers: { tenant_id: "b" },
      isDefault: false,
    });
    for (const uid of ["only-b", "nothing"]) {
      const answer = await stand.ask("query?query=up", { uid });
      expect(answer.status).toBe(404);
      expect(answer.json.errorType).toBe("not_found");
    }
    expect(stand.upstream.seen).toHaveLength(0);
  });

  it("a matcher without a value, and a conflict where conflicts are errors", async () => {
    await createTestDatasource(stand.a.admin, {
      uid: "empty",
      url: stand.upstream.url,
      matchers: { tenant_id: "" },
      isDefault: false,
    });
    expect((await stand.ask("query?query=up", { uid: "empty" })).status).toBe(400);
    const strict = {
      uid: "strict",
      url: stand.upstream.url,
      matchers: { tenant_id: "a" },
      isDefault: false,
      enforceConflict: "error",
    } as const;
    await createTestDatasource(stand.a.admin, strict);
    expect(
      (await stand.ask(`query?query=${encodeURIComponent('up{tenant_id="b"}')}`, { uid: "strict" })).status,
    ).toBe(400);
    expect(stand.upstream.seen).toHaveLength(0);
  });

  it.each(["http://169.254.169.254/", "http://[::1]:1/", "http://localhost:1/"])(
    "a request to %s",
    async (url) => {
      const uid = `bad-${new URL(url).hostname.replace(/\W/g, "")}`;
      await createTestDatasource(stand.a.admin, { uid, url, matchers: {}, isDefault: false });
      const answer = await stand.ask("query?query=up", { uid });
      expect(answer.status).toBe(400);
      expect(answer.text).not.toContain("169.254");
    },
  );
});
