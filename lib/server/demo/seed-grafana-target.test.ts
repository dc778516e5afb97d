import { describe, expect, it } from "vitest";
import { withTenant } from "@/lib/server/db";
import { loadConnectionWithSecret } from "@/lib/server/publish/targets/load-target";
import { createTestTenant } from "@/lib/server/testing/create-test-tenant";
import { seedGrafanaTarget } from "./seed-grafana-target";

describe("seedGrafanaTarget", () => {
  it("makes one target, follows a new token, and brings back nothing", async () => {
    const { tenant, admin } = await createTestTenant();
    const seed = (token: string) =>
      withTenant(tenant.id, (tx) => seedGrafanaTarget(tx, admin, { url: "http://grafana:3000/", token }));
    const secrets = () =>
      withTenant(tenant.id, async (tx) => {
        const rows = await tx.grafanaTarget.findMany();
        return Promise.all(
          rows.map(async ({ id }) => (await loadConnectionWithSecret(tx, admin, id)).connection),
        );
      });
    await seed("one");
    await seed("one");
    expect(await secrets()).toMatchObject([{ url: "http://grafana:3000", credentials: { token: "one" } }]);
    await seed("two");
    expect(await secrets()).toMatchObject([{ credentials: { token: "two" } }]);
    await withTenant(tenant.id, (tx) => tx.grafanaTarget.deleteMany({ where: { tenantId: tenant.id } }));
    await seed("two");
    await seed("three");
    expect(await secrets()).toEqual([]);
  });
});
