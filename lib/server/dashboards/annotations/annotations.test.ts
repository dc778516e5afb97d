import { beforeAll, describe, expect, it, vi } from "vitest";
import { changeFolder } from "@/lib/server/dashboards/change-folder";
import { createDashboard } from "@/lib/server/dashboards/create-dashboard";
import { createFolder } from "@/lib/server/dashboards/create-folder";
import { deleteDashboard } from "@/lib/server/dashboards/delete-dashboard";
import { restoreDashboards } from "@/lib/server/dashboards/organise/restore-dashboards";
import { withTenant } from "@/lib/server/db";
import { createTestTenant, type TestTenant } from "@/lib/server/testing/create-test-tenant";
import type { StoredAnnotations } from "@/lib/shared/dashboards/reading-model";
import { changeAnnotation } from "./change-annotation";
import { createAnnotation } from "./create-annotation";
import { deleteAnnotation } from "./delete-annotation";
import { findStoredEvents } from "./find-stored-events";
import { listAnnotations } from "./list-annotations";

let a: TestTenant;
let b: TestTenant;

beforeAll(async () => {
  [a, b] = [await createTestTenant("A"), await createTestTenant("B")];
  for (const one of [a, b]) await createDashboard(one.editor, { document: { uid: "d", title: "D" } });
});

const texts = async (ctx = a.viewer, filter: object = {}) =>
  (await listAnnotations(ctx, filter)).items.map(({ text }) => text);

describe("annotations that are written down", () => {
  it("are made, changed and deleted by editors, and say who wrote them", async () => {
    const made = await createAnnotation(a.editor, {
      ...{ dashboardUid: "d", panelId: 4, fromMs: 1_000, toMs: 2_000 },
      ...{ text: " Deployed 2.1 ", tags: ["deploy", "deploy"] },
    });
    expect(made).toMatchObject({
      ...{
        dashboardUid: "d",
        panelId: 4,
        fromMs: 1_000,
        toMs: 2_000,
        text: "Deployed 2.1",
        tags: ["deploy"],
      },
      createdBy: a.editor.actor.name,
    });
    const changed = await changeAnnotation(a.admin, made.id, { text: "Rolled back", panelId: null });
    expect(changed).toEqual({ ...made, text: "Rolled back", panelId: null });
    await expect(changeAnnotation(a.admin, made.id, { toMs: 10 })).rejects.toThrow("must not lie before");
    await deleteAnnotation(a.editor, made.id);
    expect(await texts()).toEqual([]);
  });

  it("are closed to viewers and to other tenants", async () => {
    const note = { dashboardUid: "d", fromMs: 5, text: "Of A" };
    await expect(createAnnotation(a.viewer, note)).rejects.toMatchObject({ code: "FORBIDDEN" });
    const { id } = await createAnnotation(a.editor, note);
    for (const attempt of [
      () => changeAnnotation(b.admin, id, { text: "x" }),
      () => deleteAnnotation(b.admin, id),
      () => changeAnnotation(a.admin, "no-uuid", { text: "x" }),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
    await expect(changeAnnotation(a.viewer, id, { text: "x" })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(deleteAnnotation(a.viewer, id)).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect(await texts(b.admin)).toEqual([]);
    const rows = await withTenant(b.tenant.id, (tx) => tx.annotation.findMany());
    expect(rows).toEqual([]);
    const foreign = withTenant(b.tenant.id, (tx) =>
      tx.annotation.create({
        data: {
          ...{ tenantId: a.tenant.id, text: "x", createdByName: "x" },
          ...{ startsAt: new Date(), endsAt: new Date() },
        },
      }),
    );
    await expect(foreign).rejects.toThrow();
    await deleteAnnotation(a.editor, id);
  });

  it("refuse what makes no sense", async () => {
    const wrong = [
      { fromMs: 1, text: "  " },
      { fromMs: 2, toMs: 1, text: "x" },
      { fromMs: 1, text: "x", panelId: 1 },
      { fromMs: -1, text: "x" },
      { fromMs: 253_402_300_800_000, text: "x" },
      { dashboardUid: "d", panelId: 2 ** 31, fromMs: 1, text: "x" },
      { fromMs: 1, text: "x", tags: [""] },
    ];
    for (const one of wrong) await expect(createAnnotation(a.editor, one)).rejects.toThrow();
    const nowhere = createAnnotation(a.editor, { dashboardUid: "none", fromMs: 1, text: "x" });
    await expect(nowhere).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("of a folder closed to a role are seen and written by that role alone", async () => {
    const folder = await createFolder(a.admin, { title: "Closed" });
    await changeFolder(a.admin, folder.uid, { viewRole: "publisher" });
    await createDashboard(a.admin, { document: { uid: "closed", title: "C" }, folderUid: folder.uid });
    const note = { dashboardUid: "closed", fromMs: 9, text: "Secret" };
    await expect(createAnnotation(a.editor, note)).rejects.toMatchObject({ code: "NOT_FOUND" });
    const { id } = await createAnnotation(a.publisher, note);
    expect(await texts(a.editor)).toEqual([]);
    expect(await texts(a.publisher)).toEqual(["Secret"]);
    await expect(deleteAnnotation(a.editor, id)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await deleteAnnotation(a.publisher, id);
  });

  it("lie in the trash with their dashboard, and come back with it", async () => {
    await createDashboard(a.editor, { document: { uid: "gone", title: "G" } });
    await createAnnotation(a.editor, { dashboardUid: "gone", fromMs: 9, text: "Before" });
    await deleteDashboard(a.editor, "gone");
    expect(await texts()).toEqual([]);
    await restoreDashboards(a.editor, { uids: ["gone"] });
    expect(await texts()).toEqual(["Before"]);
    await deleteDashboard(a.editor, "gone");
  });

  it("are listed newest first, by time, dashboard and tags, page by page", async () => {
    for (const [fromMs, text, tags] of [
      [100, "one", ["deploy"]],
      [200, "two", ["deploy", "api"]],
      [300, "three", []],
    ] as const) {
      await createAnnotation(b.editor, { dashboardUid: "d", fromMs, text, tags });
    }
    await createAnnotation(b.editor, { fromMs: 150, toMs: 250, text: "all", tags: ["deploy"] });
    expect(await texts(b.viewer)).toEqual(["three", "two", "all", "one"]);
    expect(await texts(b.viewer, { fromMs: 240, toMs: 290 })).toEqual(["all"]);
    const always = { fromMs: Number.MIN_SAFE_INTEGER, toMs: Number.MAX_SAFE_INTEGER };
    expect(await texts(b.viewer, always)).toHaveLength(4);
    expect(await texts(b.viewer, { tag: ["deploy"], dashboardUid: "d" })).toEqual(["two", "one"]);
    const first = await listAnnotations(b.viewer, { limit: 3 });
    expect(await texts(b.viewer, { cursor: first.nextCursor })).toEqual(["one"]);
  });

  it("are found as Grafana finds them: of the dashboard, or by tags in the whole tenant", async () => {
    const find = async (stored: Partial<StoredAnnotations>) => {
      const asked: StoredAnnotations = { by: "dashboard", tags: [], matchAny: false, limit: 100, ...stored };
      const found = await findStoredEvents(b.viewer, {
        stored: asked,
        dashboardUid: "d",
        fromMs: 0,
        toMs: 900,
      });
      return found.map(({ title }) => title);
    };
    expect(await find({})).toEqual(["one", "two", "three"]);
    expect(await find({ by: "tags", tags: ["deploy"] })).toEqual(["one", "all", "two"]);
    expect(await find({ by: "tags", tags: ["deploy", "api"] })).toEqual(["two"]);
    expect(await find({ by: "tags", tags: ["none", "api"], matchAny: true })).toEqual(["two"]);
    expect(await find({ by: "tags" })).toEqual([]);
    expect(await find({ limit: 1 })).toEqual(["three"]);
  });

  it("give way to newer ones beyond the quota", async () => {
    const c = await createTestTenant("C");
    await withTenant(c.tenant.id, (tx) =>
      tx.quota.create({ data: { tenantId: c.tenant.id, key: "annotationsKept", limit: 2 } }),
    );
    for (const fromMs of [1, 3, 2]) await createAnnotation(c.editor, { fromMs, text: `at ${fromMs}` });
    expect(await texts(c.viewer)).toEqual(["at 3", "at 2"]);
  });

  it("are looked through now and then where a tenant keeps many", async () => {
    const d = await createTestTenant("D");
    const tenantId = d.tenant.id;
    const at = (index: number) => ({ startsAt: new Date(index), endsAt: new Date(index) });
    await withTenant(tenantId, async (tx) => {
      await tx.quota.create({ data: { tenantId, key: "annotationsKept", limit: 1_000 } });
      const data = Array.from({ length: 1_000 }, (_, index) => ({
        tenantId,
        text: "",
        createdByName: "",
        ...at(index),
      }));
      await tx.annotation.createMany({ data });
    });
    const kept = () => withTenant(tenantId, (tx) => tx.annotation.count());
    const chance = vi.spyOn(Math, "random").mockReturnValue(0.5);
    await createAnnotation(d.editor, { fromMs: 5_000, text: "one more" });
    expect(await kept()).toBe(1_001);
    chance.mockReturnValue(0);
    await createAnnotation(d.editor, { fromMs: 6_000, text: "and one" });
    chance.mockRestore();
    expect(await kept()).toBe(1_000);
  });
});
