import { expect, test } from "@playwright/test";
import { panelStates } from "./support/dashboards";
import { demoAccount, signIn } from "./support/sign-in";

const gateway = "/api/v1/tenants/acme/datasources/prometheus/prometheus/api/v1";

test.describe("acme sees nothing of globex", () => {
  test.beforeEach(async ({ page }) => {
    await signIn(page, demoAccount("editor", "acme"));
  });

  test("in no answer that its dashboards get", async ({ page }) => {
    const answers: string[] = [];
    page.on("response", async (response) => {
      if (response.url().includes("/api/v1/tenants/")) answers.push(await response.text().catch(() => ""));
    });
    for (const uid of ["maestro-ml-overview", "ml-operations", "tenant-management", "api-performance"]) {
      await page.goto(`/t/acme/d/${uid}`);
      await panelStates(page);
    }
    const text = answers.join("\n");
    expect(text).toContain("acme");
    expect(text).not.toContain("globex");
  });

  for (const [name, query] of [
    ["by name", 'maestro_tenant_active_users{tenant_id="globex"}'],
    ["by regex", 'maestro_tenant_active_users{tenant_id=~".*"}'],
    ["without a name", '{tenant_id!=""}'],
    ["in a subquery", "max_over_time(maestro_tenant_active_users[10m:1m])"],
    [
      "behind an operator",
      'vector(1) unless on() maestro_tenant_active_users{tenant_id="acme"} or maestro_tenant_active_users',
    ],
  ] as const) {
    test(`in no query that asks ${name}`, async ({ page }) => {
      const response = await page.request.get(`${gateway}/query`, { params: { query } });
      const text = await response.text();
      expect(text).toContain('"status":"success"');
      expect(text).not.toContain("globex");
    });
  }

  test("in no label values and no series", async ({ page }) => {
    const values = await (await page.request.get(`${gateway}/label/tenant_id/values`)).json();
    expect(values.data).toEqual(["acme"]);
    const series = await (
      await page.request.get(`${gateway}/series`, { params: { "match[]": '{__name__=~"maestro.*"}' } })
    ).text();
    expect(series).toContain("acme");
    expect(series).not.toContain("globex");
  });

  test("and not through globex's own addresses", async ({ page }) => {
    for (const path of [
      "dashboards",
      "dashboards/ml-operations",
      "datasources/prometheus/prometheus/api/v1/query?query=up",
      "audit",
      "members",
    ]) {
      expect((await page.request.get(`/api/v1/tenants/globex/${path}`)).status(), path).toBe(404);
    }
    const response = await page.goto("/t/globex/d/ml-operations");
    expect(response?.status()).toBe(404);
  });
});
