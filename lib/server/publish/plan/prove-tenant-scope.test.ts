import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestPrometheus, type TestPrometheus } from "@/lib/server/testing/prometheus";
import { enforceMatchers, enforceSelector } from "@/lib/shared/promql/enforce";
import { findScopeLeak } from "./prove-tenant-scope";

const endSeconds = Math.floor(Date.now() / 15_000) * 15;
const matchers = { tenant_id: ["a.1"] };
/** What stands before the Prometheus does to a selector or an expression. */
type Proxy = (text: string) => string;
const series = (name: string, tenant: string | null) => ({
  series: `${name}{job="x"${tenant === null ? "" : `,tenant_id="${tenant}"`}}`,
  valueAt: () => 1,
});

const stopping: (() => Promise<unknown> | unknown)[] = [];
afterAll(() => Promise.all(stopping.map((stop) => stop())));

async function prometheusWith(...all: ReturnType<typeof series>[]): Promise<TestPrometheus> {
  const started = await startTestPrometheus({
    startSeconds: endSeconds - 600,
    endSeconds,
    stepSeconds: 15,
    series: all,
  });
  stopping.push(() => started.stop());
  return started;
}

/** As Grafana passes on what its data source is asked. */
async function grafanaOver(prometheus: TestPrometheus, proxy: Proxy) {
  const server: Server = createServer(async (request, response) => {
    const asked = new URL(request.url ?? "", "http://grafana");
    const url = new URL(asked.pathname.replace("/api/datasources/proxy/uid/p", ""), prometheus.url);
    for (const [name, value] of asked.searchParams)
      url.searchParams.append(name, name === "query" || name === "match[]" ? proxy(value) : value);
    if (/labels|values/.test(url.pathname) && !url.searchParams.has("match[]") && proxy("up") !== "up")
      url.searchParams.set("match[]", '{tenant_id="a.1"}');
    const answer = await fetch(url);
    response.writeHead(answer.status, { "content-type": "application/json" }).end(await answer.text());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  stopping.push(() => server.close());
  const { port } = server.address() as AddressInfo;
  const allowlist = ["127.0.0.1"];
  return {
    connection: {
      url: `http://127.0.0.1:${port}`,
      credentials: { kind: "token" as const, token: "t" },
      allowlist,
    },
    version: "11.0.0",
  };
}

const source = { id: 0, uid: "p", name: "Prometheus", type: "prometheus", isDefault: true };
const open: Proxy = (text) => text;
const enforcing: Proxy = (text) =>
  (text.startsWith("{") ? enforceSelector(text, matchers) : enforceMatchers(text, matchers)).expr;
const replacing: Proxy = (text) => enforcing(text.replace(/,tenant_id!~"[^"]*"/, ""));

describe("a Grafana data source", () => {
  let own: TestPrometheus;
  let mixed: TestPrometheus;
  let foreignUp: TestPrometheus;
  beforeAll(async () => {
    [own, mixed, foreignUp] = await Promise.all([
      prometheusWith(series("up", "a.1"), series("requests", "a.1")),
      prometheusWith(series("up", "a.1"), series("aaa", "a.1"), series("node_load1", null)),
      prometheusWith(series("up", "a.1"), series("requests", "ax1")),
    ]);
  });

  it("passes where it holds this tenant alone, or something before it enforces the label", async () => {
    expect(await findScopeLeak(await grafanaOver(own, open), source, matchers)).toBeNull();
    for (const prometheus of [mixed, foreignUp]) {
      expect(await findScopeLeak(await grafanaOver(prometheus, enforcing), source, matchers)).toBeNull();
      expect(await findScopeLeak(await grafanaOver(prometheus, replacing), source, matchers)).toBeNull();
    }
  });

  it("is refused where it shows foreign series, though `up` is the tenant's own", async () => {
    for (const prometheus of [mixed, foreignUp]) {
      const leak = await findScopeLeak(await grafanaOver(prometheus, open), source, matchers);
      expect(leak).toMatch(/also shows series without tenant_id="a\.1"/);
    }
  });

  it("is refused where nothing can be learnt", async () => {
    const failing = await grafanaOver(own, () => "{");
    expect(await findScopeLeak(failing, source, matchers)).toMatch(/could not be checked/);
  });
});
