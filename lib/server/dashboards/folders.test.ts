import { describe, expect, it } from "vitest";
import { createTestTenant } from "@/lib/server/testing/create-test-tenant";
import { changeFolder } from "./change-folder";
import { createDashboard } from "./create-dashboard";
import { createFolder } from "./create-folder";
import { deleteFolder } from "./delete-folder";
import { getDashboard } from "./get-dashboard";
import { listDashboards } from "./list-dashboards";
import { listFolders } from "./list-folders";

describe("folders", () => {
  it("hold dashboards and folders, and are renamed and moved with what they hold", async () => {
    const a = await createTestTenant();
    await createFolder(a.editor, { uid: "top", title: "Top" });
    await createFolder(a.editor, { uid: "sub", title: "Sub", parentUid: "top" });
    await createDashboard(a.editor, { document: { uid: "web", title: "Web" }, folderUid: "sub" });
    await changeFolder(a.editor, "sub", { title: "Renamed", parentUid: null });
    expect((await listFolders(a.viewer)).items).toMatchObject([
      { uid: "sub", title: "Renamed", parentUid: null, dashboards: 1 },
      { uid: "top", title: "Top", parentUid: null, dashboards: 0 },
    ]);
    expect(await getDashboard(a.viewer, "web")).toMatchObject({ folderUid: "sub", folderTitle: "Renamed" });
    expect((await listDashboards(a.viewer, { folder: "sub" })).items).toHaveLength(1);
    expect((await listDashboards(a.viewer, { folder: "" })).items).toEqual([]);
  });

  it("are unique by uid, and by title where they stand, top level included", async () => {
    const a = await createTestTenant();
    await createFolder(a.editor, { uid: "one", title: "Same" });
    await expect(createFolder(a.editor, { uid: "one", title: "Other" })).rejects.toMatchObject({
      code: "CONFLICT",
    });
    await expect(createFolder(a.editor, { uid: "two", title: "Same" })).rejects.toMatchObject({
      code: "CONFLICT",
    });
    await createFolder(a.editor, { uid: "two", title: "Same", parentUid: "one" });
  });

  it("never stand inside themselves, and go only when empty", async () => {
    const a = await createTestTenant();
    await createFolder(a.editor, { uid: "top", title: "Top" });
    await createFolder(a.editor, { uid: "sub", title: "Sub", parentUid: "top" });
    await expect(changeFolder(a.editor, "top", { parentUid: "sub" })).rejects.toMatchObject({
      code: "INVALID_INPUT",
    });
    await expect(changeFolder(a.editor, "top", { parentUid: "top" })).rejects.toMatchObject({
      code: "INVALID_INPUT",
    });
    await expect(deleteFolder(a.editor, "top")).rejects.toMatchObject({ code: "CONFLICT" });
    await deleteFolder(a.editor, "sub");
    await deleteFolder(a.editor, "top");
    expect((await listFolders(a.viewer)).items).toEqual([]);
  });

  it("are the editor's to change, and nobody's of another tenant", async () => {
    const [a, b] = [await createTestTenant("A"), await createTestTenant("B")];
    await createFolder(a.editor, { uid: "top", title: "Top" });
    for (const call of [
      () => createFolder(a.viewer, { title: "x" }),
      () => changeFolder(a.viewer, "top", { title: "x" }),
      () => deleteFolder(a.viewer, "top"),
    ]) {
      await expect(call()).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    for (const call of [
      () => changeFolder(b.admin, "top", { title: "x" }),
      () => deleteFolder(b.admin, "top"),
      () => createFolder(b.admin, { title: "x", parentUid: "top" }),
      () => createDashboard(b.admin, { document: { title: "x" }, folderUid: "top" }),
    ]) {
      await expect(call()).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
    expect((await listFolders(b.viewer)).items).toEqual([]);
  });
});
