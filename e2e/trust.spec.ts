import { expect, type Page, test } from "@playwright/test";
import { call } from "./support/call";
import { drawAll } from "./support/dashboards";
import { hostileDashboard } from "./support/hostile-dashboard";
import { keepDashboard } from "./support/keep-dashboard";
import { administrator, demoAccount, signIn } from "./support/sign-in";

declare global {
  interface Window {
    ran?: string;
    violations: string[];
  }
}

const acme = "/api/v1/tenants/acme";
const gateway = `${acme}/datasources/prometheus/prometheus/api/v1`;
const form = { "content-type": "application/x-www-form-urlencoded" };

async function watchViolations(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.violations = [];
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
      window.violations.push(`${violatedDirective} ${blockedURI}`),
    );
  });
}

test("a dashboard full of hostile texts shows them as text", async ({ page }) => {
  const failures: string[] = [];
  page.on("pageerror", (error) => failures.push(error.message));
  page.on("request", (request) => {
    if (/evil\.example/.test(new URL(request.url()).hostname)) failures.push(request.url());
  });
  await watchViolations(page);
  await signIn(page, demoAccount("editor", "acme"));
  await keepDashboard(page, "acme", hostileDashboard);
  await page.goto(`/t/acme/d/${hostileDashboard.uid}`);
  await expect(page.locator("[data-dashboard-state=settled]")).toBeVisible({ timeout: 60_000 });
  await drawAll(page);
  expect(await page.evaluate(() => [window.ran, window.violations])).toEqual([undefined, []]);
  expect(
    await page
      .locator(
        "[data-panel-id] a[href], [data-panel-id] form, [data-panel-id] iframe, [data-panel-id] object",
      )
      .evaluateAll((found) =>
        found.filter((one) => !/^(https?:|mailto:|[/#?])/.test(one.getAttribute("href") ?? "")),
      ),
  ).toEqual([]);
  expect(failures).toEqual([]);
  await call(page, "DELETE", `${acme}/dashboards/${hostileDashboard.uid}`);
});

test.describe("requests from elsewhere", () => {
  test.beforeEach(({ page }) => signIn(page, demoAccount("admin", "acme")));

  for (const origin of ["", "null", "http://evil.example", "http://127.0.0.1.evil.example"]) {
    test(`change nothing with the Origin "${origin}"`, async ({ page }) => {
      const response = await page.request.post(`${acme}/folders`, {
        headers: origin ? { origin } : {},
        data: { title: "From elsewhere" },
      });
      expect(response.status()).toBe(403);
      expect(await (await page.request.get(`${acme}/folders`)).text()).not.toContain("From elsewhere");
    });
  }

  test("do not find a way to another origin through next", async ({ page, baseURL }) => {
    for (const next of [
      "//evil.example",
      "/\\evil.example",
      "https:evil.example",
      "/\t/evil.example",
      "javascript:1",
    ]) {
      await page.goto(`/sign-in?next=${encodeURIComponent(next)}`);
      expect(new URL(page.url()).origin).toBe(new URL(baseURL ?? "").origin);
    }
  });

  test("get sessions that scripts cannot read", async ({ page }) => {
    const session = (await page.context().cookies()).find(({ name }) => name.endsWith("panelsmith.session"));
    expect(session).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/" });
  });
});

test("nobody is let in by headers that frameworks know", async ({ request }) => {
  const forged: Record<string, string>[] = [
    { "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy" },
    { "x-nextjs-data": "1" },
    { "x-forwarded-host": "evil.example" },
    { "x-original-url": "/api/health" },
    { authorization: "Basic YWRtaW46YWRtaW4=" },
  ];
  for (const headers of forged) {
    const answer = await request.get(`${acme}/dashboards`, { headers });
    expect([answer.status(), answer.headers()["cache-control"]]).toEqual([401, "private, no-store"]);
    const location = (await request.get("/t/acme/dashboards", { headers, maxRedirects: 0 })).headers()
      .location;
    expect(location).toMatch(/^\/sign-in\?/);
  }
});

test("a Prometheus client with an API token reads the tenant's series alone", async ({
  page,
  request,
  baseURL,
}) => {
  await signIn(page, administrator);
  const created = await page.request.post(`${acme}/api-tokens`, {
    headers: { origin: baseURL ?? "" },
    data: { name: `client ${test.info().testId} ${test.info().retry} ${process.pid}`, role: "viewer" },
  });
  const { id, token } = await created.json();
  const headers = { authorization: `Bearer ${token}` };
  const post = (path: string, data: string, more = form) =>
    request.post(`${gateway}/${path}`, { headers: { ...headers, ...more }, data, maxRedirects: 0 });
  const now = Math.floor(Date.now() / 1_000);
  for (const [path, body] of [
    ["query", "query=maestro_tenant_active_users"],
    ["query_range", `query=maestro_tenant_active_users&start=${now - 300}&end=${now}&step=60`],
    ["series", "match%5B%5D=maestro_tenant_active_users"],
    ["labels", "match%5B%5D=maestro_tenant_active_users"],
  ] as const) {
    const answer = await post(path, body);
    expect([path, answer.status(), (await answer.json()).status]).toEqual([path, 200, "success"]);
    expect(await answer.text(), path).not.toContain("globex");
    expect(answer.headers()["cache-control"]).toBe("private, no-store");
  }
  expect((await post("query", '{"query":"up"}', { "content-type": "application/json" })).status()).toBe(415);
  expect((await post("query", `query=${"a".repeat(17_000)}`)).status()).toBe(400);
  for (const path of [
    "status/config",
    "status%2fbuildinfo",
    "query%2f",
    "%71uery",
    "query;x",
    "admin/tsdb/snapshot",
  ]) {
    const answer = await request.get(`${gateway}/${path}?query=up`, { headers, maxRedirects: 0 });
    expect([path, answer.status()]).toEqual([path, 404]);
  }
  await page.request.delete(`${acme}/api-tokens/${id}`, { headers: { origin: baseURL ?? "" } });
  expect((await post("query", "query=up")).status()).toBe(401);
});
