import type { ServerResponse } from "node:http";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { withPlatform } from "@/lib/server/db";
import { createTestDatasource } from "@/lib/server/testing/create-test-datasource";
import { createTestTenant } from "@/lib/server/testing/create-test-tenant";
import { emptyVector } from "@/lib/server/testing/fake-upstream";
import { type GatewayStand, machineOf, startGatewayStand } from "@/lib/server/testing/gateway-stand";
import { getQueryCache } from "./cache/get-query-cache";

vi.hoisted(() => {
  process.env.UPSTREAM_ALLOWLIST = "127.0.0.1";
});

let stand: GatewayStand;
beforeAll(async () => {
  stand = await startGatewayStand();
});
afterAll(() => stand.upstream.stop());
beforeEach(() => stand.reset());

describe("sharing and limits", () => {
  it("asks equal questions under way once a tenant, and never one for two", async () => {
    const waiting: ServerResponse[] = [];
    stand.upstream.answer((_, response) => void waiting.push(response));
    const questions = [
      stand.ask("query?query=up&time=1"),
      stand.ask("query?query=up&time=1", { ctx: stand.a.admin }),
      stand.ask("query?query=up&time=1", { ctx: machineOf(stand.b) }),
    ];
    await vi.waitFor(() => expect(waiting).toHaveLength(2));
    for (const response of waiting) response.end(emptyVector);
    expect((await Promise.all(questions)).map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(stand.upstream.seen).toHaveLength(2);
    expect(new Set(stand.upstream.seen.map((seen) => new URLSearchParams(seen.body).get("query"))).size).toBe(
      2,
    );
  });

  it("cancels upstream when the last asker leaves", async () => {
    let closed = 0;
    stand.upstream.answer((_, response) => void response.on("close", () => (closed += 1)));
    const leave = new AbortController();
    const first = stand.ask("query?query=gone", { init: { signal: leave.signal } });
    await vi.waitFor(() => expect(stand.upstream.seen).toHaveLength(1));
    leave.abort();
    expect((await first).json.errorType).toBe("canceled");
    await vi.waitFor(() => expect(closed).toBe(1));
  });

  it("answers 429 with Retry-After beyond the queries a minute", async () => {
    const c = await createTestTenant("C");
    await createTestDatasource(c.admin, { url: stand.upstream.url, matchers: { tenant_id: "c" } });
    await withPlatform((tx) =>
      tx.quota.create({ data: { tenantId: c.tenant.id, key: "queriesPerMinute", limit: 3 } }),
    );
    const statuses = [];
    for (let i = 0; i < 4; i++) statuses.push(await stand.ask("query?query=up", { ctx: machineOf(c) }));
    expect(statuses.map(({ status }) => status)).toEqual([200, 200, 200, 429]);
    expect(Number(statuses[3]?.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(statuses[3]?.json.errorType).toBe("too_many_requests");
    expect(stand.upstream.seen).toHaveLength(3);
  });

  it("asks for the first series of what is too large once more, and not for ever", async () => {
    const e = await createTestTenant("E");
    await createTestDatasource(e.admin, { url: stand.upstream.url, matchers: { tenant_id: "e" } });
    await withPlatform((tx) =>
      tx.quota.create({ data: { tenantId: e.tenant.id, key: "megabytesPerQuery", limit: 1 } }),
    );
    const vector = (...names: string[]) =>
      `{"status":"success","data":{"resultType":"vector","result":[${names.map((a) => `{"metric":{"a":"${a}"},"value":[1,"1"]}`)}]}}`;
    const long = "x".repeat(2_000_000);
    stand.upstream.answer((_, response) => void response.end(vector("first", long)));
    const cut = await stand.ask("query?query=up&limit=1", { ctx: e.editor });
    expect(cut.json.data.result).toEqual([{ metric: { a: "first" }, value: [1, "1"] }]);
    stand.upstream.seen.length = 0;
    stand.upstream.answer((_, response) => void response.end(vector(long)));
    const refused = await stand.ask("query?query=down&limit=1", { ctx: e.editor });
    expect([refused.status, refused.json.error]).toEqual([502, expect.stringContaining("larger than 1 MB")]);
    expect(stand.upstream.seen).toHaveLength(2);
  });

  it("asks upstream for the new end of a range alone, once its start is known", async () => {
    const step = 15;
    const now = Math.floor(Date.now() / 60_000) * 60;
    const asked = () =>
      stand.upstream.seen.map((_, index) =>
        ["start", "end"].map((name) => Number(stand.sentForm(index).get(name))),
      );
    stand.upstream.answer((_, response) => {
      const [start = 0, end = 0] = asked().at(-1) ?? [];
      const length = (end - start) / step + 1;
      const values = Array.from({ length }, (_value, index) => [start + index * step, "1"]);
      const data = { resultType: "matrix", result: [{ metric: {}, values }] };
      response.end(JSON.stringify({ status: "success", data }));
    });
    const range = (end: number) =>
      stand.ask(`query_range?query=up&start=${now - 3_600}&end=${end}&step=${step}`);
    await range(now - 900);
    await getQueryCache().settled();
    const { json, headers } = await range(now - 600);
    expect(json.data.result[0].values).toHaveLength(3_000 / step + 1);
    expect(headers.get("x-cache")).toBe("part");
    expect(asked()).toEqual([
      [now - 3_600, now - 900],
      [now - 900 + step, now - 600],
    ]);
  });

  it("counts what goes upstream alone, and tells in headers how much is left", async () => {
    const d = await createTestTenant("D");
    await createTestDatasource(d.admin, { url: stand.upstream.url, matchers: { tenant_id: "d" } });
    const limits = { queriesPerMinute: 2, seriesPerQuery: 1, queryRangeDays: 1 };
    await withPlatform((tx) =>
      tx.quota.createMany({
        data: Object.entries(limits).map(([key, limit]) => ({ tenantId: d.tenant.id, key, limit })),
      }),
    );
    const series = (name: string) => `{"metric":{"a":"${name}"},"values":[[1600000000,"1"]]}`;
    const answer = (...all: string[]) =>
      `{"status":"success","data":{"resultType":"matrix","result":[${all.join()}]}}`;
    stand.upstream.answer((_, response) => void response.end(answer(series("1"))));
    const range = "start=1600000000&end=1600000600&step=15";
    const ask = (query: string, more = range) =>
      stand.ask(`query_range?query=${query}&${more}`, { ctx: d.editor });
    const told = [];
    for (let i = 0; i < 4; i++) told.push(await ask("one"));
    expect(told.map(({ headers }) => headers.get("x-cache"))).toEqual(["miss", "hit", "hit", "hit"]);
    expect(told.map(({ headers }) => headers.get("ratelimit-remaining"))).toEqual(["1", "1", "1", "1"]);
    expect(told[0]?.headers.get("ratelimit-policy")).toBe("2;w=60");

    expect((await ask("long", "start=1599000000&end=1600000600&step=3600")).json.error).toMatch(
      /longer than the 1 days/,
    );
    stand.upstream.answer((_, response) => void response.end(answer(series("1"), series("2"))));
    expect((await ask("two")).json).toMatchObject({ errorType: "execution" });
    expect((await ask("three")).status).toBe(429);
    expect((await ask("one")).headers.get("x-cache")).toBe("hit");
    expect(stand.upstream.seen).toHaveLength(2);
  });
});
