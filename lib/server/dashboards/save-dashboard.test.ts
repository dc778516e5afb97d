import { describe, expect, it } from "vitest";
import { withPlatform } from "@/lib/server/db";
import { atOnce } from "@/lib/server/testing/at-once";
import { createTestTenant, type TestTenant } from "@/lib/server/testing/create-test-tenant";
import type { JsonObject } from "@/lib/shared/json";
import { createDashboard } from "./create-dashboard";
import { getDashboard } from "./get-dashboard";
import { getVersion } from "./get-version";
import { listVersions } from "./list-versions";
import { restoreVersion } from "./restore-version";
import { saveDashboard } from "./save-dashboard";

const documentOf = (uid: string, more: JsonObject = {}): JsonObject => ({
  uid,
  title: `Title of ${uid}`,
  panels: [],
  ...more,
});
const setQuota = ({ tenant }: TestTenant, key: string, limit: number) =>
  withPlatform((tx) => tx.quota.create({ data: { tenantId: tenant.id, key, limit } }));

describe("saving", () => {
  it("makes the next version and refuses a stale one with both documents, overwriting nothing", async () => {
    const a = await createTestTenant();
    const [first, second, third] = [1, 2, 3].map((n) => documentOf("web", { n }));
    await createDashboard(a.editor, { document: first });
    expect(await saveDashboard(a.publisher, "web", { document: second, version: 1 })).toMatchObject({
      version: 2,
    });
    const stale = saveDashboard(a.editor, "web", { document: third, version: 1 });
    await expect(stale).rejects.toMatchObject({
      code: "CONFLICT",
      details: {
        reason: "stale-version",
        base: first,
        current: { version: 2, createdBy: a.publisher.actor.name, document: second },
      },
    });
    expect((await getDashboard(a.viewer, "web")).document).toEqual(second);
  });

  it("offers a merge of what does not conflict, and tells what does", async () => {
    const a = await createTestTenant();
    await createDashboard(a.editor, { document: documentOf("web", { refresh: "10s", description: "old" }) });
    await saveDashboard(a.publisher, "web", {
      document: documentOf("web", { refresh: "1m", description: "theirs" }),
      version: 1,
    });
    const mine = documentOf("web", { refresh: "10s", description: "mine", tags: ["new"] });
    await expect(saveDashboard(a.editor, "web", { document: mine, version: 1 })).rejects.toMatchObject({
      details: {
        merge: {
          document: { refresh: "1m", tags: ["new"], description: "mine" },
          conflicts: [{ path: ["description"], mine: "mine", theirs: "theirs" }],
        },
      },
    });
  });

  it("lets one of two parallel saves win and tells the other", async () => {
    const a = await createTestTenant();
    await createDashboard(a.editor, { document: documentOf("web") });
    const save = (n: number) =>
      saveDashboard(a.editor, "web", { document: documentOf("web", { n }), version: 1 });
    const results = await atOnce("dashboards", [() => save(1), () => save(2), () => save(3)]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await listVersions(a.viewer, "web")).items.map(({ version }) => version)).toEqual([2, 1]);
  });

  it("refuses a document that names another uid", async () => {
    const a = await createTestTenant();
    await createDashboard(a.editor, { document: documentOf("web") });
    await expect(
      saveDashboard(a.editor, "web", { document: documentOf("other"), version: 1 }),
    ).rejects.toMatchObject({ code: "INVALID_INPUT" });
  });

  it("restores an old version as a new one", async () => {
    const a = await createTestTenant();
    await createDashboard(a.editor, { document: documentOf("web", { n: 1 }) });
    await saveDashboard(a.editor, "web", { document: documentOf("web", { n: 2 }), version: 1 });
    const restored = await restoreVersion(a.editor, "web", "1");
    expect(restored.version).toBe(3);
    expect(JSON.parse(restored.documentText)).toMatchObject({ n: 1 });
    expect(JSON.parse((await getVersion(a.viewer, "web", 2)).documentText)).toMatchObject({ n: 2 });
    for (const n of ["0", "99", "x", "1e9", "99999999999"]) {
      await expect(getVersion(a.viewer, "web", n)).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
  });

  it("keeps as many versions as the quota says", async () => {
    const a = await createTestTenant();
    await setQuota(a, "versionsKept", 2);
    await createDashboard(a.editor, { document: documentOf("web") });
    for (const version of [1, 2, 3])
      await saveDashboard(a.editor, "web", { document: documentOf("web", { version }), version });
    expect((await listVersions(a.viewer, "web")).items.map(({ version }) => version)).toEqual([4, 3]);
  });
});
