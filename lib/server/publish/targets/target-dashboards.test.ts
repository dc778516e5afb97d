import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type GrafanaStandIn, startGrafanaStandIn } from "@/e2e/grafana-stand-in/start-grafana-stand-in";
import { createTestTenant, type TestTenant } from "@/lib/server/testing/create-test-tenant";
import { createTarget } from "./create-target";
import { getTargetDashboard, listTargetDashboards } from "./target-dashboards";

vi.mock("@/lib/server/prometheus/upstream-policy", () => ({ upstreamAllowlist: () => ["127.0.0.1"] }));

const document = { uid: "theirs", title: "Theirs", panels: [{ id: 1, type: "graph", $$hashKey: "x" }] };
let grafana: GrafanaStandIn;
let a: TestTenant;
let b: TestTenant;
let id = "";

beforeAll(async () => {
  grafana = await startGrafanaStandIn({});
  [a, b] = [await createTestTenant("A"), await createTestTenant("B")];
  const headers = { authorization: `Bearer ${grafana.tokens.editor}`, "content-type": "application/json" };
  const post = (path: string, body: object) =>
    fetch(`${grafana.url}${path}`, { method: "POST", headers, body: JSON.stringify(body) });
  const folder = await (await post("/api/folders", { uid: "team", title: "Team" })).json();
  await post("/api/dashboards/db", { dashboard: document, folderId: folder.id });
  id = (await createTarget(a.admin, { name: "G", url: grafana.url, token: grafana.tokens.editor })).id;
});
afterAll(() => grafana.close());

describe("dashboards of a target", () => {
  it("are listed, and read with all that Grafana stores", async () => {
    expect((await listTargetDashboards(a.publisher, id)).items).toEqual([
      { uid: "theirs", title: "Theirs", folderTitle: "Team" },
    ]);
    const { documentText, ...rest } = await getTargetDashboard(a.publisher, id, "theirs");
    expect(rest).toEqual({ uid: "theirs", title: "Theirs", folderTitle: "Team" });
    expect(JSON.parse(documentText)).toMatchObject(document);
  });

  it("are not found when they are folders, gone, or of another tenant; editors may not look", async () => {
    for (const uid of ["team", "nobody", "../../admin"]) {
      await expect(getTargetDashboard(a.publisher, id, uid)).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
    for (const look of [listTargetDashboards, getTargetDashboard]) {
      await expect(look(b.admin, id, "theirs")).rejects.toMatchObject({ code: "NOT_FOUND" });
      await expect(look(a.editor, id, "theirs")).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
  });
});
