import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestTenant } from "@/lib/server/testing/create-test-tenant";
import { emptyVector, type FakeUpstream, startFakeUpstream } from "@/lib/server/testing/fake-upstream";

const before = process.env.PROMETHEUS_URL;
let prometheus: FakeUpstream;

beforeAll(async () => {
  prometheus = await startFakeUpstream();
  prometheus.answer(({ url }, response) => {
    const isAboutSeries = url.includes("/values");
    response.end(isAboutSeries ? JSON.stringify({ status: "success", data: [] }) : emptyVector);
  });
  process.env.PROMETHEUS_URL = prometheus.url;
});

afterAll(async () => {
  if (before === undefined) delete process.env.PROMETHEUS_URL;
  else process.env.PROMETHEUS_URL = before;
  await prometheus.stop();
});

it("learns of no other tenant's series by testing matchers on the installation's own Prometheus", async () => {
  // The settings are read once, so these come when they stand.
  const { createDatasource } = await import("./create-datasource");
  const { testDatasource, testNewDatasource } = await import("./test-datasource");
  const { admin } = await createTestTenant();
  const test = async (matchers: object) =>
    (await testNewDatasource(admin, { url: prometheus.url, matchers })).warning;
  const asked = () => prometheus.seen.filter(({ url }) => url.includes("/values")).length;
  expect(await test({ tenant_id: "b" })).toBeUndefined();
  await createDatasource(
    { ...admin, actor: { kind: "system", id: "tests", name: "Tests" } },
    { uid: "p", name: "P", url: prometheus.url, matchers: { tenant_id: "a" } },
  );
  expect(await test({ tenant_id: "b" })).toBeUndefined();
  expect((await testDatasource(admin, "p", { matchers: { job: "x" } })).warning).toBeUndefined();
  expect(asked()).toBe(0);
  expect(await test({ tenant_id: "a", job: "x" })).toContain('tenant_id="a"');
  expect(asked()).toBe(1);
});
