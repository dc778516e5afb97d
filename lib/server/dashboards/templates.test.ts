import { describe, expect, it } from "vitest";
import { createTestTenant } from "@/lib/server/testing/create-test-tenant";
import { createDashboard } from "./create-dashboard";
import { getTemplate, listTemplates } from "./templates";

describe("templates", () => {
  it("are the 13 dashboards of the five systems, each of which becomes a dashboard as it is", async () => {
    const a = await createTestTenant();
    const { items } = await listTemplates(a.viewer);
    expect(items).toHaveLength(13);
    expect(new Set(items.map(({ system }) => system)).size).toBe(5);
    for (const { uid } of items) {
      const { document } = await getTemplate(a.viewer, uid);
      expect(await createDashboard(a.editor, { document })).toMatchObject({
        uid,
        documentText: JSON.stringify(document),
      });
    }
  });

  it("that do not exist are not found", async () => {
    const a = await createTestTenant();
    await expect(getTemplate(a.viewer, "../../../package")).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
