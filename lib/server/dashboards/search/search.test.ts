import { beforeAll, describe, expect, it } from "vitest";
import { changeFolder } from "@/lib/server/dashboards/change-folder";
import { createDashboard } from "@/lib/server/dashboards/create-dashboard";
import { createFolder } from "@/lib/server/dashboards/create-folder";
import { listDashboards } from "@/lib/server/dashboards/list-dashboards";
import { saveDashboard } from "@/lib/server/dashboards/save-dashboard";
import { withTenant } from "@/lib/server/db";
import { createTestTenant, type TestTenant } from "@/lib/server/testing/create-test-tenant";
import { sortOrders } from "@/lib/shared/dashboards/sort-orders";

let a: TestTenant;
const panel = (id: number, title: string, expr: string) => ({ id, title, targets: [{ refId: "A", expr }] });
const found = async (query: string, more: object = {}) =>
  (await listDashboards(a.viewer, { query, ...more })).items.map(({ uid }) => uid);

beforeAll(async () => {
  a = await createTestTenant();
  await createFolder(a.editor, { uid: "infra", title: "Infrastructure" });
  await createFolder(a.editor, { uid: "deep", title: "Deep", parentUid: "infra" });
  await createDashboard(a.editor, {
    document: {
      uid: "api",
      title: "API overview",
      tags: ["web-tier"],
      panels: [
        panel(
          4,
          "p99 latency",
          'histogram_quantile(0.99, sum by (le) (rate(http_request_duration_seconds_bucket{job="$job"}[5m])))',
        ),
        { type: "row", panels: [panel(7, "Nested", "up")] },
      ],
    },
  });
  await createDashboard(a.editor, { document: { uid: "lat", title: "Latency budget" }, folderUid: "deep" });
});

describe("a search", () => {
  it.each([
    ["a title, in any case", "OVERVIEW", ["api"]],
    ["words in any order", "overview api", ["api"]],
    ["a tag", "web-tier", ["api"]],
    ["a panel", "p99", ["api"]],
    ["a panel in a row", "nested", ["api"]],
    ["a metric, in part", "request_duration", ["api"]],
    ["an expression, however it is spaced", "sum by(le) (rate(http_request_duration_seconds_bucket", ["api"]],
    ["a folder", "infrastructure", []],
    ["the own folder", "deep", ["lat"]],
    ["a whole uid", "lat", ["lat", "api"]],
    ["nothing that is not there", "kafka", []],
    ["only with all words", "overview kafka", []],
    ["no wildcard", "p%", []],
  ])("finds %s", async (_, query, uids) => {
    expect(await found(query)).toEqual(uids);
  });

  it("puts titles first, and says what else a dashboard was found by", async () => {
    const { items } = await listDashboards(a.viewer, { query: "latency" });
    expect(items.map(({ uid, matches }) => [uid, matches])).toEqual([
      ["lat", []],
      ["api", [{ kind: "panel", text: "p99 latency", panelId: 4 }]],
    ]);
    const metric = await listDashboards(a.viewer, { query: "http_request_duration" });
    expect(metric.items[0]?.matches).toEqual([
      { kind: "metric", text: "http_request_duration_seconds_bucket" },
    ]);
    expect((await listDashboards(a.viewer, { query: "$job" })).items[0]?.matches).toEqual([
      { kind: "expression", text: "" },
    ]);
  });

  it("stays within a folder and all below it", async () => {
    expect(await found("latency", { within: "infra" })).toEqual(["lat"]);
    expect((await listDashboards(a.viewer, { within: "infra" })).items).toHaveLength(1);
    expect((await listDashboards(a.viewer, { folder: "infra" })).items).toEqual([]);
  });

  it("knows what was saved a moment ago, and no longer what was there before", async () => {
    const document = { uid: "lat", title: "Latency budget", panels: [panel(1, "Queue", "kafka_lag")] };
    await saveDashboard(a.editor, "lat", { document, version: 1 });
    expect(await found("kafka_lag")).toEqual(["lat"]);
    await saveDashboard(a.editor, "lat", { document: { ...document, panels: [] }, version: 2 });
    expect(await found("kafka_lag")).toEqual([]);
  });

  it("reads what was written past it, or before there was a search", async () => {
    await withTenant(a.tenant.id, async (tx) => {
      await tx.dashboardSearch.deleteMany();
      await tx.dashboard.updateMany({ data: { indexedVersion: 0 } });
    });
    expect(await found("p99")).toEqual(["api"]);
  });

  it("sees nothing of another tenant", async () => {
    const b = await createTestTenant("B");
    expect((await listDashboards(b.admin, { query: "overview" })).items).toEqual([]);
  });
});

describe("paging", () => {
  it.each(sortOrders.filter((sort) => sort !== "seen"))("follows on without a gap, by %s", async (sort) => {
    const b = await createTestTenant("B");
    for (const title of ["b", "A", "Äpfel", "äpfel", "C"]) {
      await createDashboard(b.editor, { document: { title: `x ${title}` } });
    }
    const filter = { sort, limit: 2, query: "x" };
    const all = (await listDashboards(b.viewer, { ...filter, limit: 100 })).items.map(({ title }) => title);
    const paged: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page = await listDashboards(b.viewer, { ...filter, cursor });
      paged.push(...page.items.map(({ title }) => title));
      cursor = page.nextCursor;
    }
    expect(paged).toEqual(all);
    expect(all).toHaveLength(5);
    if (sort === "title") expect(all).toEqual(["x A", "x b", "x C", "x Äpfel", "x äpfel"]);
  });

  it("refuses a cursor of another order", async () => {
    const { nextCursor } = await listDashboards(a.viewer, { limit: 1 });
    const other = listDashboards(a.viewer, { sort: "updated", cursor: nextCursor ?? "" });
    await expect(other).rejects.toMatchObject({ code: "INVALID_INPUT" });
  });
});

describe("a search among more than can be ranked at once", () => {
  const many = 1_200;
  let b: TestTenant;
  beforeAll(async () => {
    b = await createTestTenant();
    await createFolder(b.editor, { uid: "hidden", title: "Hidden" });
    await changeFolder(b.admin, "hidden", { viewRole: "admin" });
    // Each has "common" in its text, every fourth in its title, every hundredth lies in a folder that viewers do not see.
    await withTenant(b.tenant.id, async (tx) => {
      await tx.$executeRaw`
        INSERT INTO dashboards (id, tenant_id, uid, title, document, version, indexed_version, folder_id, tags,
          created_by_name, updated_by_name, updated_at)
        SELECT gen_random_uuid(), ${b.tenant.id}::uuid, 'm-' || n, CASE WHEN n % 4 = 0 THEN 'Common ' ELSE 'Other ' END || n,
          '{}', 1, 1, CASE WHEN n % 100 = 0 THEN f.id END, ARRAY[CASE WHEN n = 7 THEN 'Rare' ELSE 'usual' END], 'x', 'x', now()
        FROM generate_series(1, ${many}) n, folders f WHERE f.tenant_id = ${b.tenant.id}::uuid`;
      await tx.$executeRaw`
        INSERT INTO dashboard_search (tenant_id, dashboard_id, text, expressions, panels, metrics)
        SELECT tenant_id, id, lower(title) || E'\ncommon_metric\nrate\n5m\n' || lower(tags[1]), 'rate(common_metric[5m])', '[]', '{common_metric}'
        FROM dashboards WHERE tenant_id = ${b.tenant.id}::uuid`;
    });
  });

  it.each<{ query?: string; sort?: "updated"; tag?: string[] }>([
    { query: "common" },
    { query: "rate(common_metric [5m])" },
    { query: "common", sort: "updated" },
    { query: "common", tag: ["usual"] },
    { query: "common other 7" },
    { tag: ["Rare"] },
  ])("finds all of %j that the role sees, each once", async (filter) => {
    const found: string[] = [];
    let cursor: string | null | undefined;
    do {
      const page = await listDashboards(b.viewer, { ...filter, limit: 250, ...(cursor ? { cursor } : {}) });
      found.push(...page.items.map(({ title }) => title));
      cursor = page.nextCursor;
    } while (cursor);
    expect(new Set(found).size).toBe(found.length);
    const wanted = (n: number) =>
      n % 100 !== 0 &&
      (filter.query !== "common other 7" || (n % 4 !== 0 && `${n}`.includes("7"))) &&
      (!filter.tag || filter.tag.includes("Rare") === (n === 7));
    const expected = Array.from({ length: many }, (_, n) => n + 1).filter(wanted);
    expect(found).toHaveLength(expected.length);
    if (filter.query === "common" && !filter.sort) {
      const firstOther = found.findIndex((title) => title.startsWith("Other"));
      expect(found.slice(firstOther).every((title) => title.startsWith("Other"))).toBe(true);
    }
  });
});
