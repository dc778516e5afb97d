import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type GatewayStand, startGatewayStand } from "@/lib/server/testing/gateway-stand";
import { parseEnforced } from "@/lib/shared/promql/parse";
import { selectorsOf } from "@/lib/shared/promql/selectors-of";
import { randomSelector } from "@/lib/shared/promql/testing/random-selector";
import { endpointOf, endpoints, findEndpoint } from "./endpoints";

vi.hoisted(() => {
  process.env.UPSTREAM_ALLOWLIST = "127.0.0.1";
});

const times = Number(process.env.PANELSMITH_FUZZ ?? 1);

let stand: GatewayStand;
beforeAll(async () => {
  stand = await startGatewayStand();
});
afterAll(() => stand.upstream.stop());

/** Ways to write a name or value that some reader might take for another. */
const spelling = fc.constantFrom<(text: string) => string>(
  (text) => encodeURIComponent(text),
  (text) => text,
  (text) => [...Buffer.from(text)].map((byte) => `%${byte.toString(16)}`).join(""),
  (text) => encodeURIComponent(encodeURIComponent(text)),
  (text) => encodeURIComponent(text.toUpperCase()),
  (text) => encodeURIComponent(`${text}[]`),
  (text) => encodeURIComponent(`${text}[0]`),
  (text) => encodeURIComponent(` ${text}`),
  (text) => encodeURIComponent(`${text}\u0000`),
  (text) => encodeURIComponent(text).replace("%", "%u00"),
  (text) => encodeURIComponent(text.normalize("NFD").replace("e", "е")),
);
const name = fc.constantFrom(
  ..."query match[] match time start end step timeout limit stats lookback_delta dedup tenant extra_label extra_filters[] extra_filters X-Scope-OrgID type metric _method".split(
    " ",
  ),
);
const value = fc.oneof(
  randomSelector,
  fc.constantFrom("1", "60", "1700000000", "now", "", "15s", "true", '{tenant_id="b"}', 'tenant_id="b"', "b"),
);
const parameter = fc
  .tuple(name, value, spelling, spelling)
  .map(([key, text, spellName, spellValue]) => `${spellName(key)}=${spellValue(text)}`);
const path = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(...Object.values(endpoints).map((one) => one.path.replace("{name}", "job"))),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      "query/",
      "query//",
      "./query",
      "query/../series",
      "QUERY",
      "query;x",
      "query%00",
      "write",
    ),
  },
);
const headers = fc.constantFrom<Record<string, string>>(
  {},
  { "X-Scope-OrgID": "b", "THANOS-TENANT": "b" },
  { "X-HTTP-Method-Override": "DELETE", "X-Original-URL": "/api/v1/admin/tsdb/snapshot" },
  { "Content-Encoding": "gzip" },
);
const type = fc.constantFrom(
  "application/x-www-form-urlencoded",
  "application/x-www-form-urlencoded; charset=utf-16",
  "application/json",
  "multipart/form-data; boundary=x",
);

function assertSeen(seen: GatewayStand["upstream"]["seen"][number]): void {
  const url = new URL(seen.url, "http://upstream");
  const found = findEndpoint(url.pathname.replace("/api/v1/", "")) ?? expect.fail(seen.url);
  const endpoint = endpointOf(found.name);
  const params = new URLSearchParams(seen.body || url.search);
  for (const [key, text] of params) {
    expect(endpoint.params).toHaveProperty([key]);
    if (key !== "query" && key !== "match[]") continue;
    for (const selector of selectorsOf(text, parseEnforced(text))) {
      expect(selector.matchers.at(-1)).toEqual({ label: "tenant_id", operator: "=", value: "a" });
    }
  }
  if (endpoint.scope === "query") expect(params.getAll("query")).toHaveLength(1);
  if (endpoint.scope === "match") expect(params.getAll("match[]").length).toBeGreaterThan(0);
  expect(seen.headers["x-scope-orgid"]).toBe("tenant-a");
  expect(
    Object.keys(seen.headers).filter((key) => /thanos|override|original|content-encoding/.test(key)),
  ).toEqual([]);
}

describe("requests of any make", () => {
  it("reach the upstream enforced or not at all", { timeout: 60_000 + times * 30_000 }, async () => {
    let passed = 0;
    const request = fc.record({
      path,
      inUrl: fc.array(parameter, { maxLength: 4 }),
      inBody: fc.array(parameter, { maxLength: 4 }),
      method: fc.constantFrom("GET", "POST", "PUT", "HEAD"),
      headers,
      type,
    });
    await fc.assert(
      fc.asyncProperty(request, async (made) => {
        stand.reset();
        const init =
          made.method === "GET" || made.method === "HEAD"
            ? { method: made.method, headers: made.headers }
            : {
                method: made.method,
                headers: { ...made.headers, "content-type": made.type },
                body: made.inBody.join("&"),
              };
        const { status } = await stand.ask(`${made.path}?${made.inUrl.join("&")}`, { init });
        expect(status).toBeLessThan(503);
        for (const seen of stand.upstream.seen) assertSeen(seen);
        passed += stand.upstream.seen.length;
      }),
      { numRuns: 600 * times },
    );
    expect(passed).toBeGreaterThan(20);
  });
});
