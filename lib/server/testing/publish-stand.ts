import { type GrafanaStandIn, startGrafanaStandIn } from "@/e2e/grafana-stand-in/start-grafana-stand-in";
import type { StandInOptions } from "@/e2e/grafana-stand-in/types";
import { createDashboard } from "@/lib/server/dashboards/create-dashboard";
import { saveDashboard } from "@/lib/server/dashboards/save-dashboard";
import { applyPlan } from "@/lib/server/publish/apply/apply-plan";
import { createPlan } from "@/lib/server/publish/plan/create-plan";
import { createTarget } from "@/lib/server/publish/targets/create-target";
import type { JsonObject } from "@/lib/shared/json";
import { createTestTenant } from "./create-test-tenant";

/** The data source of every stand; nothing listens there. */
export const grafanaPrometheus = {
  uid: "prom",
  name: "Prometheus",
  url: "http://127.0.0.1:1",
  isDefault: true,
};

const document = (uid: string, more: JsonObject = {}): JsonObject => ({
  uid,
  title: `Dashboard ${uid}`,
  schemaVersion: 39,
  panels: [{ id: 1, type: "timeseries", title: "Up", targets: [{ refId: "A", expr: "up" }] }],
  ...more,
});

export type PublishStand = Awaited<ReturnType<typeof startPublishStand>>;

/** A tenant with a Grafana to publish to, and what its publisher does there. */
export async function startPublishStand(options: StandInOptions = {}, more: JsonObject = {}) {
  const grafana = await startGrafanaStandIn({ datasources: [grafanaPrometheus], ...options });
  const a = await createTestTenant("A");
  const input = { name: "Main", url: grafana.url, token: grafana.tokens.editor, folder: "Team", ...more };
  const target = (await createTarget(a.admin, input)).id;
  const plan = (...dashboards: string[]) => createPlan(a.publisher, { target, dashboards });
  const apply = (id: string, resolve = {}) => applyPlan(a.publisher, { plan: id, resolve });
  return {
    ...{ grafana, a, target, document, plan, apply },
    create: (uid: string, change: JsonObject = {}) =>
      createDashboard(a.editor, { document: document(uid, change) }),
    change: (uid: string, version: number, change: JsonObject) =>
      saveDashboard(a.editor, uid, { document: document(uid, change), version }),
    publish: async (...uids: string[]) => apply((await plan(...uids)).id),
    actions: async (...uids: string[]) => (await plan(...uids)).items.map(({ action }) => action),
    ...asPersonIn(grafana),
    close: () => grafana.close(),
  };
}

function asPersonIn(grafana: GrafanaStandIn) {
  async function inGrafana(path: string, method = "GET", body?: unknown): Promise<JsonObject> {
    const answer = await fetch(grafana.url + path, {
      method,
      headers: { authorization: `Bearer ${grafana.tokens.admin}`, "content-type": "application/json" },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    return (await answer.json()) as JsonObject;
  }
  const remote = async (uid: string) =>
    (await inGrafana(`/api/dashboards/uid/${uid}`)) as Record<string, JsonObject>;
  async function editInGrafana(uid: string, more: JsonObject) {
    const { dashboard, meta } = await remote(uid);
    await inGrafana("/api/dashboards/db", "POST", {
      dashboard: { ...dashboard, ...more },
      folderId: meta?.folderId,
    });
  }
  return { inGrafana, remote, editInGrafana };
}
