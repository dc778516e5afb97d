import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { withPlatform } from "@/lib/server/db";
import { atOnce } from "@/lib/server/testing/at-once";
import { createTestTenant, type TestTenant } from "@/lib/server/testing/create-test-tenant";
import { changeDatasource } from "./change-datasource";
import { createDatasource } from "./create-datasource";
import { deleteDatasource } from "./delete-datasource";
import { getDatasource } from "./get-datasource";
import { listDatasources } from "./list-datasources";

const own = "http://10.1.2.30:9090";
const share = { uid: "prometheus", name: "Prometheus", url: own, matchers: { tenant_id: "a" } };
const refused = { code: "FORBIDDEN", details: { reason: "shared_prometheus" } };
const before = process.env.PROMETHEUS_URL;

beforeAll(() => {
  process.env.PROMETHEUS_URL = own;
});

afterAll(() => {
  if (before === undefined) delete process.env.PROMETHEUS_URL;
  else process.env.PROMETHEUS_URL = before;
});

const platform = (a: TestTenant) => ({
  ...a.admin,
  actor: { kind: "system" as const, id: "tests", name: "Tests" },
});

async function tenantWithShare(matchers: object = share.matchers) {
  const a = await createTestTenant();
  await createDatasource(platform(a), { ...share, matchers });
  return a;
}

describe("a tenant's admin on the installation's own Prometheus", () => {
  it.each([
    ["without matchers", {}],
    ["with another tenant's matchers", { tenant_id: "b" }],
    ["with a label of its own choice", { job: "node" }],
  ])("adds no datasource %s", async (_, matchers) => {
    const a = await tenantWithShare();
    const added = { uid: "more", name: "More", url: own, matchers };
    await expect(createDatasource(a.admin, added)).rejects.toMatchObject(refused);
    for (const spelled of ["http://10.1.2.30:9090/", "http://0x0a.1.2.30:9090", "http://10.66078:9090/x"]) {
      const again = { ...added, url: spelled };
      await expect(createDatasource(a.admin, again), spelled).rejects.toMatchObject(refused);
    }
  });

  it("adds no first datasource there, whatever its matchers", async () => {
    const a = await createTestTenant();
    for (const matchers of [{}, { tenant_id: "a" }]) {
      await expect(createDatasource(a.admin, { ...share, matchers })).rejects.toMatchObject(refused);
    }
    const url = "http://10.1.2.31:9090";
    await createDatasource(a.admin, { ...share, url });
    await expect(changeDatasource(a.admin, "prometheus", { url: own })).rejects.toMatchObject(refused);
  });

  it("changes no matcher to see more, and moves no other datasource there", async () => {
    const a = await tenantWithShare();
    for (const matchers of [{}, { tenant_id: "b" }]) {
      await expect(changeDatasource(a.admin, "prometheus", { matchers })).rejects.toMatchObject(refused);
    }
    await createDatasource(a.admin, {
      uid: "other",
      name: "Other",
      url: "http://10.1.2.31:9090",
      matchers: {},
    });
    await expect(changeDatasource(a.admin, "other", { url: own })).rejects.toMatchObject(refused);
    expect((await getDatasource(a.viewer, "prometheus")).matchers).toEqual({ tenant_id: "a" });
  });

  it("keeps within a list of values", async () => {
    const a = await tenantWithShare({ tenant_id: ["a", "b"] });
    await changeDatasource(a.admin, "prometheus", { matchers: { tenant_id: ["b", "a"], zone: "1" } });
    await changeDatasource(a.admin, "prometheus", { matchers: { tenant_id: ["a"], zone: "1" } });
    expect((await getDatasource(a.viewer, "prometheus")).matchers).toEqual({ tenant_id: "a", zone: "1" });
    for (const tenantIds of [["a", "c"], ["a", "b"], "b"]) {
      const matchers = { tenant_id: tenantIds, zone: "1" };
      await expect(changeDatasource(a.admin, "prometheus", { matchers })).rejects.toMatchObject(refused);
    }
  });

  it("does not begin anew by removing or moving the last one away", async () => {
    const a = await tenantWithShare();
    await expect(deleteDatasource(a.admin, "prometheus")).rejects.toMatchObject(refused);
    const url = "http://10.1.2.31:9090";
    await expect(changeDatasource(a.admin, "prometheus", { url })).rejects.toMatchObject(refused);
    await createDatasource(a.admin, { ...share, uid: "second", name: "Second" });
    const moves = ["prometheus", "second"].map((uid) => () => changeDatasource(a.admin, uid, { url }));
    const moved = await atOnce("datasources", moves);
    expect(moved.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await createDatasource(a.admin, { ...share, uid: "third", name: "Third" });
    const { items } = await listDatasources(a.viewer);
    const own = items.filter((item) => item.url === share.url);
    const removed = await atOnce(
      "datasources",
      own.map(
        ({ uid }) =>
          () =>
            deleteDatasource(a.admin, uid),
      ),
    );
    expect(removed.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("narrows, renames and removes what is not the last", async () => {
    const a = await tenantWithShare();
    const matchers = { tenant_id: "a", stage: "prod" };
    await createDatasource(a.admin, { uid: "prod", name: "Prod", url: own, matchers });
    expect(await changeDatasource(a.admin, "prometheus", { name: "All" })).toMatchObject({ name: "All" });
    await deleteDatasource(a.admin, "prod");
  });

  it("is overruled by a platform administrator", async () => {
    const a = await tenantWithShare();
    await withPlatform((tx) =>
      tx.user.update({ where: { id: a.admin.actor.id }, data: { isPlatformAdmin: true } }),
    );
    expect(await changeDatasource(a.admin, "prometheus", { matchers: {} })).toMatchObject({ matchers: {} });
    await deleteDatasource(a.admin, "prometheus");
  });
});
