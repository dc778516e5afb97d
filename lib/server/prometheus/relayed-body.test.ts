import type { ServerResponse } from "node:http";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import * as route from "@/app/api/v1/tenants/[tenant]/datasources/[uid]/prometheus/api/v1/[...endpoint]/route";
import { newApiToken } from "@/lib/server/auth/api-token-secret";
import { withTenant } from "@/lib/server/db";
import { answerWith, type GatewayStand, startGatewayStand } from "@/lib/server/testing/gateway-stand";
import { type ServedRoutes, serveRoutes } from "@/lib/server/testing/serve-routes";

vi.hoisted(() => {
  process.env.UPSTREAM_ALLOWLIST = "127.0.0.1";
});

let stand: GatewayStand;
let served: ServedRoutes;
let token: string;
beforeAll(async () => {
  stand = await startGatewayStand();
  const base = "api/v1/tenants/[tenant]/datasources/[uid]/prometheus/api/v1/[...endpoint]";
  served = await serveRoutes({ [base]: route });
  const made = newApiToken();
  token = made.token;
  const { id: tenantId } = stand.a.tenant;
  const { hash, prefix } = made;
  await withTenant(tenantId, (tx) =>
    tx.apiToken.create({
      data: { tenantId, name: "ci", role: "viewer", hash, prefix, createdByName: "ci" },
    }),
  );
});
afterAll(() => Promise.all([stand.upstream.stop(), served.stop()]));
beforeEach(() => stand.reset());

const points = 400;
const start = 1_700_000_000;
const series = (index: number) =>
  `{"metric":{"i":"${index}"},"values":[${Array.from({ length: points }, (_, at) => `[${start + at},"${at * index}"]`).join(",")}]}`;
const text = (count: number, more = "") =>
  `{"status":"success","data":{"resultType":"matrix","result":[${Array.from({ length: count }, (_, index) => series(index)).join(",")}]}${more}}`;

let asked = 0;
/** Each time another range, so that nothing is kept of it. */
function ask(query: string, headers: Record<string, string> = {}): Promise<Response> {
  asked += 1;
  const from = start + asked * 1_000;
  const path = `/api/v1/tenants/${stand.a.tenant.slug}/datasources/prometheus/prometheus/api/v1/query_range`;
  const form = new URLSearchParams({ query, start: `${from}`, end: `${from + points - 1}`, step: "1" });
  const sent = { authorization: `Bearer ${token}`, "accept-encoding": "identity", ...headers };
  return fetch(`${served.url}${path}?${form}`, { headers: sent });
}

/** Sends the beginning, and goes on when told to. */
function inTwo(first: string) {
  const sent = Promise.withResolvers<ServerResponse>();
  stand.upstream.answer((_, response) => {
    response.writeHead(200, { "content-type": "application/json" }).write(first);
    sent.resolve(response);
  });
  return sent.promise;
}

async function known(query: string): Promise<void> {
  stand.upstream.answer(answerWith(text(20)));
  const answer = await ask(query);
  expect(answer.headers.get("content-length")).toBe(String(text(20).length));
  await answer.text();
}

describe("an answer that is passed on while it comes in", () => {
  it("is what the upstream says, and has begun before its end", async () => {
    await known("whole");
    const whole = text(20);
    const upstream = inTwo(whole.slice(0, 80_000));
    const answer = await ask("whole");
    expect([answer.status, answer.headers.get("x-cache")]).toEqual([200, "miss"]);
    expect(answer.headers.get("content-length")).toBeNull();
    const body = answer.text();
    (await upstream).end(whole.slice(80_000));
    expect(await body).toBe(whole);
  });

  it("carries the warnings of both sides, cleaned, at its end", async () => {
    const query = 'warned{tenant_id="b"}';
    for (let turn = 0; turn < 2; turn++) {
      stand.upstream.answer(answerWith(text(20, `,"warnings":["store ${stand.upstream.url} is slow"]`)));
      const answer = await ask(query);
      expect(answer.headers.has("content-length")).toBe(turn === 0);
      const { warnings, data } = await answer.json();
      expect(warnings).toEqual([expect.stringContaining('"tenant_id"'), "store [upstream] is slow"]);
      expect(data).toEqual(JSON.parse(text(20)).data);
    }
  });

  it.each<[string, (response: ServerResponse, rest: string) => void]>([
    ["breaks off", (response) => void response.destroy()],
    ["ends too early", (response) => void response.end()],
    ["goes on with something else", (response) => void response.end("<html>nginx</html>")],
    ["says more behind its end", (response, rest) => void response.end(`${rest}{"status":"success"}`)],
    [
      "goes on for 30 MB",
      (response) => void response.end(Array.from({ length: 3_000 }, (_, i) => `,${series(i)}`).join("")),
    ],
  ])("is broken off when the upstream %s, and the next is told why", async (name, go) => {
    const query = `broken${name.length}`;
    await known(query);
    const whole = text(20);
    const upstream = inTwo(whole.slice(0, 80_000));
    const answer = await ask(query);
    expect(answer.status).toBe(200);
    const read = collect(answer);
    go(await upstream, whole.slice(80_000));
    const { text: got, isWhole } = await read;
    expect(isWhole).toBe(false);
    expect(() => JSON.parse(got)).toThrow();
    stand.upstream.answer((_, response) => {
      response.writeHead(200).write(whole.slice(0, 80_000));
      response.destroy();
    });
    expect((await ask(query)).status).toBe(502);
  });

  it("goes on when the rest is only spelled otherwise", async () => {
    await known("odd");
    const whole = text(20);
    const upstream = inTwo(whole.slice(0, 80_000));
    const answer = await ask("odd");
    (await upstream).end(`${whole.slice(80_000, -1)}, "stats": {}}`);
    expect(await answer.text()).toBe(whole);
  });

  it("waits for its end where a limit could be reached", async () => {
    await known("grows");
    const { id: tenantId } = stand.a.tenant;
    await withTenant(tenantId, (tx) =>
      tx.quota.create({ data: { tenantId, key: "seriesPerQuery", limit: 30 } }),
    );
    stand.upstream.answer(answerWith(text(40)));
    const refused = await ask("grows");
    expect([refused.status, (await refused.json()).error]).toEqual([
      422,
      expect.stringContaining("40 series"),
    ]);
    await withTenant(tenantId, (tx) => tx.quota.deleteMany({ where: { tenantId } }));
  });

  it("is compressed for whoever takes it so", async () => {
    await known("packed");
    stand.upstream.answer(answerWith(text(20)));
    const answer = await ask("packed", { "accept-encoding": "gzip" });
    expect(answer.headers.get("content-encoding")).toBe("gzip");
    expect(await answer.text()).toBe(text(20));
  });

  it("is there for others who asked the same meanwhile, though the first one leaves", async () => {
    await known("shared");
    const whole = text(20);
    const upstream = inTwo(whole.slice(0, 80_000));
    const first = await ask("shared");
    asked -= 1;
    const second = ask("shared");
    const response = await upstream;
    await vi.waitFor(() => expect(stand.upstream.seen.length).toBe(2));
    await new Promise((resolve) => setTimeout(resolve, 100));
    await first.body?.cancel();
    response.end(whole.slice(80_000));
    expect(await (await second).text()).toBe(whole);
    expect(stand.upstream.seen.length).toBe(2);
  });
});

async function collect(answer: Response): Promise<{ text: string; isWhole: boolean }> {
  const decoder = new TextDecoder();
  let text = "";
  try {
    for await (const chunk of answer.body ?? []) text += decoder.decode(chunk, { stream: true });
    return { text, isWhole: true };
  } catch {
    return { text, isWhole: false };
  }
}
