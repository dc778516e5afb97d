import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { createTestDatasource } from "@/lib/server/testing/create-test-datasource";
import { emptyVector } from "@/lib/server/testing/fake-upstream";
import {
  answerWith,
  formPost,
  type GatewayStand,
  machineOf,
  startGatewayStand,
} from "@/lib/server/testing/gateway-stand";
import { changeDatasource } from "./change-datasource";
import { endpoints } from "./endpoints";

vi.hoisted(() => {
  process.env.UPSTREAM_ALLOWLIST = "127.0.0.1";
});

let stand: GatewayStand;
beforeAll(async () => {
  stand = await startGatewayStand();
});
afterAll(() => stand.upstream.stop());
beforeEach(() => stand.reset());

describe("what goes upstream", () => {
  it("carries the tenant's matcher for every endpoint of the table", async () => {
    const list = JSON.stringify({ status: "success", data: [] });
    for (const [name, endpoint] of Object.entries(endpoints)) {
      if (["none", "own_alerts", "own_rules"].includes(endpoint.scope)) continue;
      stand.upstream.seen.length = 0;
      stand.upstream.answer((request, response) => {
        const body = request.url.includes("query_range")
          ? emptyVector.replace("vector", "matrix")
          : /\/query(\?|$)/.test(request.url)
            ? emptyVector
            : /metadata|parse_query/.test(request.url)
              ? '{"status":"success","data":{}}'
              : request.url.includes("format_query")
                ? '{"status":"success","data":"up"}'
                : list;
        response.end(body);
      });
      const path = endpoint.path.replace("{name}", "job");
      const range =
        name === "query_range"
          ? "&start=0&end=60&step=15"
          : name === "query_exemplars"
            ? "&start=0&end=60"
            : "";
      const { status } = await stand.ask(`${path}?${endpoint.scope === "query" ? "query=up" : ""}${range}`);
      expect(status, name).toBe(200);
      expect(stand.upstream.seen.length, name).toBeGreaterThan(0);
      const texts = stand.upstream.seen.map((seen) => decodeURIComponent(seen.body + seen.url));
      expect(
        texts.some((text) => text.includes('tenant_id="a"')),
        name,
      ).toBe(true);
    }
  });

  it("holds listed parameters alone, enforced", async () => {
    await stand.ask(
      "query?query=up&time=5&tenant=b&extra_label=x&extra_filters[]=y&dedup=false&nocache=1&max_source_resolution=1h",
    );
    expect(Object.fromEntries(stand.sentForm())).toEqual({ query: 'up{tenant_id="a"}', time: "5" });
  });

  it("holds what is known of how to evaluate, checked", async () => {
    await stand.ask("query?query=up&stats=all&lookback_delta=2m&limit=5&timeout=3s");
    expect(Object.fromEntries(stand.sentForm())).toEqual({
      query: 'up{tenant_id="a"}',
      limit: "5",
      stats: "all",
      lookback_delta: "120",
    });
  });

  it("takes forms as well as addresses", async () => {
    await stand.ask("query", { init: formPost("query=sum(up)&time=1") });
    expect(stand.upstream.seen[0]).toMatchObject({ method: "POST", url: "/api/v1/query" });
    expect(stand.sentForm().get("query")).toBe('sum(up{tenant_id="a"})');
  });

  it("puts the matcher into each match[], and asks for all of the tenant's without any", async () => {
    stand.upstream.answer(answerWith('{"status":"success","data":[]}'));
    await stand.ask("series?match[]=up&match[]={job=~%22.*%22}");
    expect(stand.sentForm().getAll("match[]")).toEqual(['up{tenant_id="a"}', '{job=~".*",tenant_id="a"}']);
    await stand.ask("label/tenant_id/values");
    expect(stand.sentForm(1).getAll("match[]")).toEqual(['{tenant_id="a"}']);
    await stand.ask("labels", { ctx: machineOf(stand.b) });
    expect(stand.sentForm(2).getAll("match[]")).toEqual(['{tenant_id="b"}']);
  });

  it("has the server's headers and none of the browser's", async () => {
    const headers = {
      "X-Scope-OrgID": "b",
      "X-Forwarded-For": "1.2.3.4",
      Cookie: "c=1",
      THANOS_TENANT: "b",
      "X-Grafana-User": "root",
    };
    await stand.ask("query?query=up", { init: { headers } });
    const sent = stand.upstream.seen[0]?.headers ?? {};
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
    await stand.ask("query?query=up", { ctx: machineOf(stand.b), init: { headers } });
    expect(stand.upstream.seen[1]?.headers["x-scope-orgid"]).toBeUndefined();
  });

  it("is asked anew after the matchers change, and for every datasource of a tenant by its own", async () => {
    const url = stand.upstream.url;
    await createTestDatasource(stand.a.admin, {
      uid: "many",
      url,
      matchers: { tenant_id: ["a", "a.b"], zone: "1" },
      isDefault: false,
    });
    const asked = async () => {
      await stand.ask("query?query=up&time=1", { uid: "many" });
      return stand.sentForm(stand.upstream.seen.length - 1).get("query");
    };
    expect(await asked()).toBe('up{tenant_id=~"a|a\\\\.b",zone="1"}');
    await changeDatasource(stand.a.admin, "many", { matchers: { tenant_id: ["a"] } });
    expect(await asked()).toBe('up{tenant_id="a"}');
    expect(stand.upstream.seen).toHaveLength(2);
  });

  it("names the tenant to an engine that demands it, whatever the client says", async () => {
    stand.upstream.answer(({ headers }, response) => {
      const org = headers["x-scope-orgid"];
      if (org === undefined) return answerWith("no org id", "text/plain", 401)(null, response);
      const data = { resultType: "vector", result: [{ metric: { org }, value: [1, "1"] }] };
      return answerWith(JSON.stringify({ status: "success", data }))(null, response);
    });
    const init = { headers: { "X-Scope-OrgID": "tenant-b" } };
    const own = await stand.ask("query?query=up", { init });
    expect(own.json.data.result[0].metric).toEqual({ org: "tenant-a" });
    const without = await stand.ask("query?query=up", { ctx: machineOf(stand.b), init });
    expect([without.status, without.json.errorType]).toEqual([502, "unavailable"]);
    expect(without.text).not.toContain("org id");
  });

  it("is cut afterwards where no matcher can go in: rules, alerts", async () => {
    const alerts = ["a", "b"].map((tenant) => ({ labels: { tenant_id: tenant }, state: "firing" }));
    const rules = alerts.map(({ labels }) => ({
      name: "r",
      query: `up{tenant_id="${labels.tenant_id}"}`,
      labels,
      alerts,
    }));
    const groups = [{ name: "g", file: "/secret.yml", rules }];
    stand.upstream.answer(answerWith(JSON.stringify({ status: "success", data: { groups, alerts } })));
    for (const path of ["rules?type=alert", "alerts"]) {
      const { status, text, json } = await stand.ask(path);
      expect(status).toBe(200);
      expect(text).toContain('"tenant_id":"a"');
      expect(text).not.toMatch(/"b"|secret/);
      expect(json.status).toBe("success");
    }
  });
});
