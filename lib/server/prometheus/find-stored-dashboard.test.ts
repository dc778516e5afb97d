import { describe, expect, it } from "vitest";
import { changeFolder } from "@/lib/server/dashboards/change-folder";
import { createDashboard } from "@/lib/server/dashboards/create-dashboard";
import { createFolder } from "@/lib/server/dashboards/create-folder";
import { deleteDashboard } from "@/lib/server/dashboards/delete-dashboard";
import { saveDashboard } from "@/lib/server/dashboards/save-dashboard";
import { createTestTenant } from "@/lib/server/testing/create-test-tenant";
import { readDashboard } from "@/lib/shared/dashboards/read-dashboard";
import { getStoredReading } from "./find-stored-dashboard";

const titled = (title: string) => ({ uid: "web", title });

describe("getStoredReading", () => {
  it("reads the newest, or the version that is named, and no other's", async () => {
    const [a, b] = [await createTestTenant("A"), await createTestTenant("B")];
    await createDashboard(a.editor, { document: titled("First") });
    await saveDashboard(a.editor, "web", { document: titled("Second"), version: 1 });
    expect(await getStoredReading(a.viewer, "web")).toMatchObject({ title: "Second" });
    expect(await getStoredReading(a.viewer, "web@1")).toMatchObject({ title: "First" });
    expect(await getStoredReading(a.viewer, "web@2")).toMatchObject({ title: "Second" });
    for (const reference of ["web@3", "web@0", "web@x", "web@99999999999", "none", "none@1"]) {
      await expect(getStoredReading(a.viewer, reference)).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
    await expect(getStoredReading(b.admin, "web@1")).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it.each([
    [
      "hundreds of kilobytes",
      Array.from({ length: 400 }, (_, id) => ({ id, type: "text", title: "x".repeat(1_000) })),
    ],
    ["one part of megabytes", [{ id: 1, type: "text", title: "One", description: "y".repeat(3_200_000) }]],
  ])("reads documents with %s", async (_, panels) => {
    const a = await createTestTenant();
    const document = { ...titled("Long"), panels };
    await createDashboard(a.editor, { document });
    expect(await getStoredReading(a.viewer, "web")).toEqual(readDashboard(document));
  });

  it("gives nothing, though it was read before, of a folder closed to the role and of the trash", async () => {
    const a = await createTestTenant();
    await createFolder(a.editor, { uid: "f", title: "F" });
    await createDashboard(a.editor, { document: titled("First"), folderUid: "f" });
    await getStoredReading(a.viewer, "web");
    await changeFolder(a.admin, "f", { viewRole: "editor" });
    await expect(getStoredReading(a.viewer, "web")).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(getStoredReading(a.viewer, "web@1")).rejects.toMatchObject({ code: "NOT_FOUND" });
    await getStoredReading(a.editor, "web");
    await deleteDashboard(a.editor, "web");
    await expect(getStoredReading(a.editor, "web")).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(getStoredReading(a.editor, "web@1")).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
