import { describe, expect, it } from "vitest";
import { listAudit } from "@/lib/server/audit/list-audit";
import { createDashboard } from "@/lib/server/dashboards/create-dashboard";
import { createFolder } from "@/lib/server/dashboards/create-folder";
import { getDashboard } from "@/lib/server/dashboards/get-dashboard";
import { listDashboards } from "@/lib/server/dashboards/list-dashboards";
import { listVersions } from "@/lib/server/dashboards/list-versions";
import { createTestTenant } from "@/lib/server/testing/create-test-tenant";
import { duplicateDashboard } from "./duplicate-dashboard";
import { listTags } from "./list-tags";
import { moveDashboards } from "./move-dashboards";
import { recordView } from "./record-view";
import { restoreDashboards } from "./restore-dashboards";
import { starDashboards } from "./star-dashboards";
import { tagDashboards } from "./tag-dashboards";
import { trashDashboards } from "./trash-dashboards";

async function withTwo() {
  const a = await createTestTenant();
  await createFolder(a.editor, { uid: "f", title: "F" });
  await createDashboard(a.editor, { document: { uid: "one", title: "One", tags: ["x"], z: 1 } });
  await createDashboard(a.editor, { document: { uid: "two", title: "Two" } });
  return a;
}

describe("moving", () => {
  it("moves all or none, makes no version, and is turned round by the old places", async () => {
    const a = await withTwo();
    const to = (folderUid: string | null) => ({ moves: ["one", "two"].map((uid) => ({ uid, folderUid })) });
    expect(await moveDashboards(a.editor, to("f"))).toEqual({ changed: 2 });
    expect(await moveDashboards(a.editor, to("f"))).toEqual({ changed: 0 });
    expect(await getDashboard(a.viewer, "one")).toMatchObject({ folderUid: "f", version: 1 });
    await moveDashboards(a.editor, to(null));
    const moves = [...to("f").moves, { uid: "none", folderUid: "f" }];
    await expect(moveDashboards(a.editor, { moves })).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await getDashboard(a.viewer, "one")).toMatchObject({ folderUid: null });
    await expect(moveDashboards(a.viewer, to("f"))).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

describe("tagging", () => {
  it("answers what really changed, which turned round is the way back", async () => {
    const a = await withTwo();
    const { changes } = await tagDashboards(a.editor, {
      changes: ["one", "two"].map((uid) => ({ uid, add: ["x", "y"], remove: ["gone"] })),
    });
    expect(changes).toEqual([
      { uid: "one", add: ["y"], remove: [] },
      { uid: "two", add: ["x", "y"], remove: [] },
    ]);
    const one = await getDashboard(a.viewer, "one");
    expect(one).toMatchObject({ tags: ["x", "y"], version: 2 });
    expect(JSON.stringify(one.document)).toBe('{"uid":"one","title":"One","tags":["x","y"],"z":1}');
    expect((await listTags(a.viewer)).items).toEqual([
      { tag: "x", dashboards: 2 },
      { tag: "y", dashboards: 2 },
    ]);
    await tagDashboards(a.editor, {
      changes: changes.map(({ uid, add, remove }) => ({ uid, add: remove, remove: add })),
    });
    expect(await getDashboard(a.viewer, "one")).toMatchObject({ tags: ["x"], version: 3 });
    await expect(tagDashboards(a.viewer, { changes: [{ uid: "one", add: ["z"] }] })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });
});

describe("many at once", () => {
  const uids = Array.from({ length: 60 }, (_, i) => `many-${i}`);

  it("are tagged, moved, deleted and brought back, each with its audit event, or none of them", async () => {
    const a = await createTestTenant();
    await createFolder(a.editor, { uid: "f", title: "F" });
    for (const uid of uids) await createDashboard(a.editor, { document: { uid, title: uid, tags: ["x"] } });
    const changes = uids.map((uid) => ({ uid, add: ["y"], remove: uid === "many-7" ? ["x"] : [] }));
    const moves = uids.map((uid) => ({ uid, folderUid: "f" }));

    const twice = [...changes, { uid: "many-0", add: ["z"], remove: ["y"] }];
    const tagged = await tagDashboards(a.editor, { changes: twice });
    expect(tagged.changes.slice(0, 2)).toEqual([
      { uid: "many-0", add: ["z"], remove: [] },
      { uid: "many-1", add: ["y"], remove: [] },
    ]);
    expect(await getDashboard(a.viewer, "many-7")).toMatchObject({ tags: ["y"], version: 2 });
    expect((await listVersions(a.viewer, "many-7")).items[0]).toMatchObject({
      message: "Tagged y; Took away the tags x",
    });
    expect(await moveDashboards(a.editor, { moves })).toEqual({ changed: uids.length });
    expect(await trashDashboards(a.editor, { uids })).toEqual({ changed: uids.length });
    expect(await restoreDashboards(a.editor, { uids })).toEqual({ changed: uids.length });
    expect(await getDashboard(a.viewer, "many-7")).toMatchObject({ tags: ["y"], folderUid: "f" });

    const { items } = await listAudit(a.admin, { query: "many-7", limit: 1_000 });
    expect(items.filter(({ subject }) => subject.id === "many-7").map(({ action }) => action)).toEqual([
      "dashboard.untrash",
      "dashboard.delete",
      "dashboard.move",
      "dashboard.save",
      "dashboard.create",
    ]);

    const none = { uid: "none", add: ["w"], remove: [] };
    for (const failing of [
      tagDashboards(a.editor, { changes: [...changes.map((one) => ({ ...one, add: ["w"] })), none] }),
      trashDashboards(a.editor, { uids: [...uids, "none"] }),
    ]) {
      await expect(failing).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
    expect((await listDashboards(a.viewer, { tag: ["w"] })).items).toEqual([]);
    expect((await listDashboards(a.viewer, { folder: "f" })).items).toHaveLength(uids.length);
  });
});

describe("duplicating", () => {
  it("makes a dashboard of its own beside the first, under a free title", async () => {
    const a = await withTwo();
    const first = await duplicateDashboard(a.editor, "one", {});
    const second = await duplicateDashboard(a.editor, "one", {});
    expect([first.title, second.title]).toEqual(["Copy of One", "Copy of One (2)"]);
    expect(first.uid).not.toBe("one");
    expect(JSON.parse(first.documentText)).toEqual({ title: "Copy of One", tags: ["x"], z: 1 });
    expect(await duplicateDashboard(a.editor, "one", { title: "Else", folderUid: "f" })).toMatchObject({
      title: "Else",
      folderUid: "f",
    });
    await expect(duplicateDashboard(a.viewer, "one", {})).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

describe("stars and what was seen", () => {
  it("belong to the person", async () => {
    const a = await withTwo();
    expect(await starDashboards(a.viewer, { uids: ["one", "two"], starred: true })).toEqual({ changed: 2 });
    expect(await starDashboards(a.viewer, { uids: ["one", "two"], starred: true })).toEqual({ changed: 0 });
    expect((await listDashboards(a.viewer, { starred: true })).items).toHaveLength(2);
    expect((await listDashboards(a.editor, { starred: true })).items).toEqual([]);
    await recordView(a.viewer, "two");
    await recordView(a.viewer, "one");
    await recordView(a.viewer, "two");
    const seen = await listDashboards(a.viewer, { sort: "seen", limit: 1 });
    expect(seen.items.map(({ uid }) => uid)).toEqual(["two"]);
    const rest = await listDashboards(a.viewer, { sort: "seen", cursor: seen.nextCursor ?? "" });
    expect(rest.items.map(({ uid }) => uid)).toEqual(["one"]);
    expect((await listDashboards(a.editor, { seen: true })).items).toEqual([]);
  });
});
