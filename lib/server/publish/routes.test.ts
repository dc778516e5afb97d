import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import * as target from "@/app/api/v1/tenants/[tenant]/grafana-targets/[id]/route";
import * as targetTest from "@/app/api/v1/tenants/[tenant]/grafana-targets/[id]/test/route";
import * as targets from "@/app/api/v1/tenants/[tenant]/grafana-targets/route";
import * as apply from "@/app/api/v1/tenants/[tenant]/publish/apply/route";
import * as drift from "@/app/api/v1/tenants/[tenant]/publish/drift/route";
import * as history from "@/app/api/v1/tenants/[tenant]/publish/history/route";
import * as plan from "@/app/api/v1/tenants/[tenant]/publish/plan/route";
import { type GrafanaStandIn, startGrafanaStandIn } from "@/e2e/grafana-stand-in/start-grafana-stand-in";
import { createDashboard } from "@/lib/server/dashboards/create-dashboard";
import { withTenant } from "@/lib/server/db";
import { log } from "@/lib/server/log";
import { callRoute } from "@/lib/server/testing/call-route";
import { createTestTenant, type TestTenant } from "@/lib/server/testing/create-test-tenant";

vi.mock("@/lib/server/prometheus/upstream-policy", () => ({ upstreamAllowlist: () => ["127.0.0.1"] }));

let grafana: GrafanaStandIn;
let a: TestTenant;

beforeAll(async () => {
  const datasources = [{ uid: "prom", name: "Prometheus", url: "http://127.0.0.1:1", isDefault: true }];
  grafana = await startGrafanaStandIn({ datasources });
  a = await createTestTenant("A");
  await createDashboard(a.editor, { document: { uid: "one", title: "One", panels: [] } });
});
afterAll(() => grafana.close());

const params = () => ({ tenant: a.tenant.slug });

describe("publishing over HTTP", () => {
  it("goes from target to history, and the secret shows nowhere", async () => {
    const logged = vi.spyOn(log, "error");
    const said: string[] = [];
    const call = async (handler: Parameters<typeof callRoute>[0], input: Parameters<typeof callRoute>[1]) => {
      const response = await callRoute(handler, { as: a.admin, params: params(), ...input });
      const text = await response.text();
      said.push(text);
      return { status: response.status, body: text === "" ? null : JSON.parse(text) };
    };
    const token = grafana.tokens.editor;
    const made = await call(targets.POST, {
      method: "POST",
      body: { name: "Main", url: grafana.url, token },
    });
    expect(made).toMatchObject({ status: 201, body: { name: "Main", authKind: "token" } });
    const { id } = made.body;
    const tested = await call(targetTest.POST, { method: "POST", params: { ...params(), id } });
    expect(tested).toMatchObject({ status: 200, body: { ok: true } });
    expect(await call(targets.GET, {})).toMatchObject({ body: { items: [{ id, lastTest: { ok: true } }] } });
    const planned = await call(plan.POST, { method: "POST", body: { target: id, dashboards: ["one"] } });
    expect(planned).toMatchObject({ status: 201, body: { items: [{ uid: "one", action: "create" }] } });
    const applied = await call(apply.POST, { method: "POST", body: { plan: planned.body.id } });
    expect(applied).toMatchObject({ status: 200, body: { result: { items: [{ state: "written" }] } } });
    expect(await call(history.GET, {})).toMatchObject({
      body: { items: [{ uid: "one", state: "written" }] },
    });
    expect(await call(drift.GET, {})).toMatchObject({ body: { items: [{ drift: { state: "in-sync" } }] } });

    const broken = { method: "PUT", params: { ...params(), id }, body: { token: `${token}x`, url: 7 } };
    expect((await call(target.PUT, broken)).status).toBe(400);
    const unreachable = {
      method: "PUT",
      params: { ...params(), id },
      body: { url: "http://127.0.0.1:1", token },
    };
    expect((await call(target.PUT, unreachable)).status).toBe(200);
    const failed = await call(plan.POST, { method: "POST", body: { target: id, dashboards: ["one"] } });
    expect(failed).toMatchObject({ status: 502, body: { error: { code: "UPSTREAM_FAILED" } } });

    const everything = await withTenant(a.tenant.id, async (tx) => [
      await tx.auditEvent.findMany(),
      await tx.publishPlan.findMany(),
      await tx.publication.findMany(),
    ]);
    expect(said.join("") + JSON.stringify(everything)).not.toContain(token);
    expect(JSON.stringify(logged.mock.calls)).not.toContain(token);
  });

  it("keeps handlers thin", async () => {
    for (const file of [
      "publish/plan",
      "publish/apply",
      "publish/history",
      "publish/drift",
      "grafana-targets",
    ]) {
      const text = await readFile(`app/api/v1/tenants/[tenant]/${file}/route.ts`, "utf8");
      expect(text).not.toMatch(/prisma|fetch\(|\btry\b/i);
    }
  });
});
