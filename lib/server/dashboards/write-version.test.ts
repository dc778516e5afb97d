import { describe, expect, it } from "vitest";
import { withPlatform, withTenant } from "@/lib/server/db";
import { createTestTenant } from "@/lib/server/testing/create-test-tenant";
import { createDashboard } from "./create-dashboard";
import { listVersions } from "./list-versions";
import { saveDashboard } from "./save-dashboard";

describe("the retention of versions", () => {
  it("lets the oldest go, but not one that stands in a Grafana", async () => {
    const a = await createTestTenant();
    const tenantId = a.tenant.id;
    await withPlatform((tx) => tx.quota.create({ data: { tenantId, key: "versionsKept", limit: 2 } }));
    await createDashboard(a.editor, { document: { uid: "web", title: "Web", n: 1 } });
    await withTenant(tenantId, async (tx) => {
      const { id } = await tx.grafanaTarget.create({
        data: { tenantId, name: "g", url: "http://g", authKind: "token", credentialsEncrypted: "x" },
      });
      await tx.publication.create({
        data: {
          ...{ tenantId, targetId: id, dashboardUid: "web", dashboardVersion: 1, grafanaUid: "web" },
          ...{ grafanaVersion: 1, hash: "x", publishedByName: "x" },
        },
      });
    });
    const kept = async () => (await listVersions(a.viewer, "web")).items.map(({ version }) => version);
    for (const version of [1, 2, 3]) {
      await saveDashboard(a.editor, "web", {
        document: { uid: "web", title: "Web", n: version + 1 },
        version,
      });
    }
    expect(await kept()).toEqual([4, 3, 1]);
    await withTenant(tenantId, (tx) => tx.publication.updateMany({ data: { detachedAt: new Date() } }));
    await saveDashboard(a.editor, "web", { document: { uid: "web", title: "Web", n: 5 }, version: 4 });
    expect(await kept()).toEqual([5, 4]);
  });

  it("is the only way in which the application changes or removes a version", async () => {
    const a = await createTestTenant();
    await createDashboard(a.editor, { document: { uid: "web", title: "Web" } });
    const change = withTenant(a.tenant.id, (tx) =>
      tx.dashboardVersion.updateMany({ data: { message: "forged" } }),
    );
    await expect(change).rejects.toThrow(/permission denied/);
    await expect(withTenant(a.tenant.id, (tx) => tx.dashboardVersion.deleteMany())).rejects.toThrow(
      /permission denied/,
    );
  });
});
