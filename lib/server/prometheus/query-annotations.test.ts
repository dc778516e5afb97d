import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { createAnnotation } from "@/lib/server/dashboards/annotations/create-annotation";
import { createDashboard } from "@/lib/server/dashboards/create-dashboard";
import { createTestDatasource } from "@/lib/server/testing/create-test-datasource";
import { createTestTenant, type TestTenant } from "@/lib/server/testing/create-test-tenant";
import { type FakeUpstream, startFakeUpstream } from "@/lib/server/testing/fake-upstream";
import { queryAnnotations } from "./query-annotations";

vi.hoisted(() => {
  process.env.UPSTREAM_ALLOWLIST = "127.0.0.1";
});

const toMs = 1_700_000_040_000;
const request = { dashboardUid: "marks", fromMs: toMs - 3_600_000, toMs };
const document = {
  uid: "marks",
  title: "Marks",
  templating: { list: [{ name: "job", type: "query", multi: true, query: "label_values(job)" }] },
  annotations: {
    list: [
      {
        name: "alerts",
        enable: true,
        expr: 'ALERTS{job=~"$job"}',
        tagKeys: "severity",
        textFormat: "{{job}}",
      },
      { name: "broken", enable: true, expr: "ALERTS{" },
      { name: "logs", enable: true, datasource: { type: "loki" }, expr: "{a=1}" },
    ],
  },
  panels: [],
};

let upstream: FakeUpstream;
let a: TestTenant;
let b: TestTenant;

beforeAll(async () => {
  upstream = await startFakeUpstream();
  a = await createTestTenant("A");
  b = await createTestTenant("B");
  await createTestDatasource(a.admin, { url: upstream.url, matchers: { tenant_id: "a" } });
  await createDashboard(a.editor, { document });
});
afterAll(() => upstream.stop());
beforeEach(() => {
  upstream.seen.length = 0;
  upstream.answer((seen, response) => {
    const start = Number(new URLSearchParams(seen.body).get("start"));
    const values = [0, 60, 300].map((offset) => [start + offset, "1"]);
    const metric = { __name__: "ALERTS", alertname: "Down", job: "api", severity: "page" };
    const data = { resultType: "matrix", result: [{ metric, values }] };
    response.end(JSON.stringify({ status: "success", data }));
  });
});

const query = (body: object, ctx = a.editor) =>
  queryAnnotations(ctx, { ...request, ...body }, new AbortController().signal);

describe("queryAnnotations", () => {
  it("asks the stored expressions within the tenant's series, and joins what belongs together", async () => {
    const { items } = await query({ names: ["alerts"], variables: { job: ["api", "db"] } });
    const form = new URLSearchParams(upstream.seen[0]?.body);
    expect(form.get("query")).toBe('ALERTS{job=~"(api|db)",tenant_id="a"}');
    expect(form.get("step")).toBe("60");
    const start = Number(form.get("start")) * 1_000;
    const about = { title: "Down", text: "api", tags: ["page"] };
    expect(items).toEqual([
      {
        name: "alerts",
        events: [
          { fromMs: start, toMs: start + 60_000, ...about },
          { fromMs: start + 300_000, toMs: start + 300_000, ...about },
        ],
      },
    ]);
  });

  it("tells for each one what is wrong with it", async () => {
    const { items } = await query({ names: ["alerts", "broken", "logs", "unknown"] });
    expect(items.map(({ name, problem = "" }) => `${name}: ${problem}`)).toEqual([
      "alerts: ",
      expect.stringMatching(/^broken: .*parse error/),
      "logs: These annotations come from a datasource of type loki.",
    ]);
  });

  it("finds what was written down, without asking Prometheus", async () => {
    const note = {
      dashboardUid: "marks",
      panelId: 3,
      fromMs: toMs - 5_000,
      text: "Deployed",
      tags: ["deploy"],
    };
    const { id } = await createAnnotation(a.editor, note);
    const { items } = await query({ names: ["Annotations & Alerts"] }, a.viewer);
    const times = { fromMs: note.fromMs, toMs: note.fromMs };
    const who = { id, panelId: 3, author: a.editor.actor.name };
    expect(items).toEqual([
      {
        name: "Annotations & Alerts",
        events: [{ ...times, title: "Deployed", text: "", tags: ["deploy"], ...who }],
      },
    ]);
    expect(upstream.seen).toHaveLength(0);
  });

  it("asks drafts in place of what is stored, within the tenant's series, for who may write queries", async () => {
    const drafts = [{ name: "alerts", expr: "changes(up[5m])" }];
    await query({ names: ["alerts"], drafts });
    const form = new URLSearchParams(upstream.seen[0]?.body);
    expect(form.get("query")).toBe('changes(up{tenant_id="a"}[5m])');
    await expect(query({ names: ["alerts"], drafts }, a.viewer)).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect(upstream.seen).toHaveLength(1);
  });

  it("knows no dashboard of another tenant, and refuses what does not fit the contract", async () => {
    await expect(query({ names: ["alerts"] }, b.admin)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(query({ names: [] })).rejects.toThrow();
    await expect(query({ names: ["alerts"], toMs: 0 })).rejects.toThrow("must lie after");
    expect(upstream.seen).toHaveLength(0);
  });
});
