import { readdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { applyBulkEdit } from "@/lib/server/dashboards/bulk/apply-bulk-edit";
import { changeFolder } from "@/lib/server/dashboards/change-folder";
import { createDashboard } from "@/lib/server/dashboards/create-dashboard";
import { createFolder } from "@/lib/server/dashboards/create-folder";
import { purgeDashboards } from "@/lib/server/dashboards/organise/purge-dashboards";
import { recordView } from "@/lib/server/dashboards/organise/record-view";
import { trashDashboards } from "@/lib/server/dashboards/organise/trash-dashboards";
import { starDashboard } from "@/lib/server/dashboards/star-dashboard";
import { withTenant } from "@/lib/server/db";
import type { RouteHandler } from "@/lib/server/http/tenant-route";
import { callRoute } from "@/lib/server/testing/call-route";
import { createTestTenant, type TestTenant } from "@/lib/server/testing/create-test-tenant";

// Every route that reads is asked for whatever it knows of a dashboard that was open once and is closed now.
const root = join(dirname(fileURLToPath(import.meta.url)), "[tenant]");
const secret = /zq-|hush/i;
const states = ["there", "trashed", "purged"] as const;
const readers = ["viewer", "editor", "publisher"] as const;

const reads = await (async () => {
  const files = (await readdir(root, { recursive: true })).filter((file) => file.endsWith("route.ts")).sort();
  const found = files.map(async (file) => {
    const exported: Record<string, RouteHandler> = await import(join(root, file));
    return exported.GET ? [{ path: dirname(file), handler: exported.GET }] : [];
  });
  return (await Promise.all(found)).flat();
})();

let a: TestTenant;
let plan = "";
let target = "";

function dashboard(state: string) {
  const targets = [{ refId: "A", expr: "hush_metric" }];
  return {
    ...{ uid: `zq-${state}`, title: `Hush ${state}`, tags: ["hush-tag"] },
    panels: [{ id: 1, type: "timeseries", title: "Hush panel", targets }],
  };
}

/** As publishing leaves it. */
async function publish(): Promise<void> {
  const { id: tenantId } = a.tenant;
  await withTenant(tenantId, async (tx) => {
    const made = await tx.grafanaTarget.create({
      data: { tenantId, name: "G", url: "http://127.0.0.1:1", authKind: "token", credentialsEncrypted: "x" },
    });
    target = made.id;
    const items = states.map((state) => ({
      ...{ uid: `zq-${state}`, title: `Hush ${state}`, action: "create", resolvable: false, adopts: false },
      ...{
        diff: { settings: [], panels: [], omitted: 0 },
        grafanaVersion: null,
        url: null,
        dashboardVersion: 1,
      },
      ...{ folder: { title: null, willBeMade: false }, preparedHash: "x", remoteHash: null },
    }));
    const results = states.map((state) => ({
      ...{ uid: `zq-${state}`, title: `Hush ${state}`, state: "written", grafanaVersion: 1 },
      ...{ url: `http://127.0.0.1:1/d/zq-${state}/hush` },
    }));
    const result = { state: "done", total: 3, finished: 3, items: results, beatAt: new Date().toISOString() };
    const row = await tx.publishPlan.create({
      data: { tenantId, targetId: target, items, result, createdByName: "x", appliedAt: new Date() },
    });
    plan = row.id;
    for (const state of states) {
      await tx.publication.create({
        data: {
          ...{ tenantId, targetId: target, dashboardUid: `zq-${state}`, dashboardVersion: 1 },
          ...{ grafanaUid: `zq-${state}`, grafanaVersion: 1, hash: "x.x", publishedByName: "x" },
          ...{ base: dashboard(state), url: `http://127.0.0.1:1/d/zq-${state}/hush` },
        },
      });
    }
  });
}

beforeAll(async () => {
  a = await createTestTenant();
  await createFolder(a.editor, { uid: "zq-folder", title: "Hush folder" });
  for (const state of states) {
    await createDashboard(a.editor, { document: dashboard(state), folderUid: "zq-folder" });
    for (const role of readers) {
      await starDashboard(a[role], `zq-${state}`, true);
      await recordView(a[role], `zq-${state}`);
    }
  }
  await applyBulkEdit(a.editor, {
    change: { kind: "setRefresh", refresh: "30s" },
    dashboards: states.map((state) => ({ uid: `zq-${state}`, version: 1 })),
  });
  await publish();
  await changeFolder(a.admin, "zq-folder", { viewRole: "admin" });
  await trashDashboards(a.admin, { uids: ["zq-trashed", "zq-purged"] });
  await purgeDashboards(a.admin, { uids: ["zq-purged"] });
});

const paramsOf = (path: string, state: string) => ({
  tenant: a.tenant.slug,
  uid: path.startsWith("folders") ? "zq-folder" : `zq-${state}`,
  id: path.startsWith("publish/plan") ? plan : target,
  n: "1",
  endpoint: ["labels"],
});
const queries = ["", "?query=hush", "?tag=hush-tag", "?folder=zq-folder", "?seen=true", "?starred=true"];

describe("a dashboard in a folder that was closed", () => {
  it("is still known to the admin, so that there is something to hide", async () => {
    const said = new Set<string>();
    for (const { path, handler } of reads) {
      const answer = await callRoute(handler, { params: paramsOf(path, "there"), as: a.admin });
      if (secret.test(await answer.text())) said.add(path);
    }
    for (const path of [
      "dashboards",
      "publish/history",
      "publish/publications",
      "publish/plan/[id]",
      "trash",
    ])
      expect([...said]).toContain(path);
  });

  it.each(reads)("is not named by GET $path", async ({ path, handler }) => {
    for (const role of readers) {
      for (const state of path.includes("[uid]") ? states : states.slice(0, 1)) {
        for (const query of path.startsWith("dashboard") ? queries : [""]) {
          const answer = await callRoute(handler, {
            params: paramsOf(path, state),
            path: `/api/v1/tenants/${a.tenant.slug}/x${query}`,
            as: a[role],
          });
          const text = (await answer.text()).replaceAll(`"zq-${state}"`, "").replace(/\\"zq-\w+\\"/g, "");
          expect(`${role} ${query} ${text}`.replaceAll(query, "")).not.toMatch(secret);
        }
      }
    }
  });
});
