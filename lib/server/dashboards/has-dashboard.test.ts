import { expect, it } from "vitest";
import { createTestTenant } from "@/lib/server/testing/create-test-tenant";
import { changeFolder } from "./change-folder";
import { createDashboard } from "./create-dashboard";
import { createFolder } from "./create-folder";
import { deleteDashboard } from "./delete-dashboard";
import { hasDashboard } from "./has-dashboard";

it("knows the tenant's own dashboards, and none of another's or of the trash", async () => {
  const [a, b] = [await createTestTenant("A"), await createTestTenant("B")];
  await createDashboard(a.editor, { document: { uid: "web", title: "Web" } });
  expect(await hasDashboard(a.viewer, "web")).toBe(true);
  expect(await hasDashboard(b.viewer, "web")).toBe(false);
  await deleteDashboard(a.editor, "web");
  expect(await hasDashboard(a.viewer, "web")).toBe(false);
});

it("shows nobody what a folder keeps from the role", async () => {
  const a = await createTestTenant();
  await createFolder(a.admin, { uid: "closed", title: "Closed" });
  await changeFolder(a.admin, "closed", { viewRole: "publisher" });
  await createDashboard(a.admin, { document: { uid: "web", title: "Web" }, folderUid: "closed" });
  expect([await hasDashboard(a.viewer, "web"), await hasDashboard(a.admin, "web")]).toEqual([false, true]);
});
