import { readdir } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { createAnnotation } from "@/lib/server/dashboards/annotations/create-annotation";
import { createDashboard } from "@/lib/server/dashboards/create-dashboard";
import { createFolder } from "@/lib/server/dashboards/create-folder";
import { withPlatform, withTenant } from "@/lib/server/db";
import { isPlatformRoute } from "@/lib/server/http/platform-route";
import type { RouteHandler } from "@/lib/server/http/tenant-route";
import { isTenantRoute } from "@/lib/server/http/tenant-route";
import { addMember } from "@/lib/server/tenants/add-member";
import { createApiToken } from "@/lib/server/tenants/api-tokens";
import { callRoute } from "@/lib/server/testing/call-route";
import { createTestTenant, type TestTenant } from "@/lib/server/testing/create-test-tenant";
import { roles } from "@/lib/shared/tenants/roles";

// The matrix is made from the route files, so that a new route is in it at once.
const root = join(dirname(fileURLToPath(import.meta.url)), "[tenant]");
const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

interface Endpoint {
  name: string;
  method: string;
  path: string;
  handler: RouteHandler;
}

async function readEndpoints(): Promise<Endpoint[]> {
  const files = (await readdir(root, { recursive: true })).filter((file) => file.endsWith("route.ts")).sort();
  const found = files.map(async (file) => {
    const path = join("/", dirname(relative(root, join(root, file)))).replace(/\/$/, "");
    const exported: Record<string, RouteHandler> = await import(join(root, file));
    return Object.entries(exported)
      .filter(([name]) => methods.includes(name))
      .map(([method, handler]) => ({ name: `${method} ${path || "/"}`, method, path, handler }));
  });
  return (await Promise.all(found)).flat();
}

const endpoints = await readEndpoints();
let a: TestTenant;
let b: TestTenant;
let tokenOfA = "";
/** Ids that exist in B, by the name of the segment. */
let idsOfB: Record<string, string> = {};

async function idsOf({ tenant, admin }: TestTenant): Promise<Record<string, string>> {
  const { uid } = await createDashboard(admin, { document: { uid: "shared", title: "Secret of B" } });
  await createFolder(admin, { uid: "shared", title: "Folder of B" });
  const { id: annotation } = await createAnnotation(admin, {
    dashboardUid: uid,
    fromMs: 1,
    text: "Secret of B",
  });
  const { id: token } = await createApiToken(admin, { name: "ci", role: "viewer" });
  const invited = await addMember(admin, { email: "new@example.org", role: "viewer" });
  return withTenant(tenant.id, async (tx) => {
    const data = { tenantId: tenant.id, name: "p", url: "http://10.0.0.1:9090" };
    await tx.datasource.create({ data: { ...data, uid: "shared", isDefault: true } });
    const target = await tx.grafanaTarget.create({
      data: { ...data, authKind: "token", credentialsEncrypted: "x" },
    });
    const plan = await tx.publishPlan.create({
      data: { tenantId: tenant.id, targetId: target.id, items: [], createdByName: "x" },
    });
    const bulkEdit = await tx.bulkEdit.create({
      data: { tenantId: tenant.id, change: { kind: "addTag", tag: "x" }, items: [], createdByName: "x" },
    });
    const invitation = "invitation" in invited ? invited.invitation.id : "";
    return {
      uid,
      n: "1",
      userId: admin.actor.id,
      token,
      invitation,
      target: target.id,
      plan: plan.id,
      bulkEdit: bulkEdit.id,
      annotation,
    };
  });
}

function paramsFor(path: string, tenant: string): Record<string, string | string[]> {
  const idOf: Record<string, string | undefined> = {
    "api-tokens": idsOfB.token,
    invitations: idsOfB.invitation,
    "grafana-targets": idsOfB.target,
    publish: idsOfB.plan,
    "bulk-edits": idsOfB.bulkEdit,
    annotations: idsOfB.annotation,
  };
  const id = idOf[path.split("/")[1] ?? ""] ?? idsOfB.uid ?? "";
  return {
    tenant,
    id,
    uid: idsOfB.uid ?? "",
    n: idsOfB.n ?? "",
    userId: idsOfB.userId ?? "",
    endpoint: ["query"],
  };
}

function call(
  { method, path, handler }: Endpoint,
  tenant: string,
  who: { as?: TestTenant["admin"]; token?: string },
) {
  const body = method === "GET" || method === "DELETE" ? undefined : {};
  return callRoute(handler, {
    method,
    path: `/api/v1/tenants/${tenant}${path}`,
    params: paramsFor(path, tenant),
    body,
    ...who,
  });
}

/** All that B has, so that a change of anything shows. */
async function stateOf({ tenant }: TestTenant): Promise<string> {
  return withTenant(tenant.id, async (tx) => {
    const rows: unknown[] = [];
    for (const table of [
      "dashboards",
      "dashboard_versions",
      "folders",
      "datasources",
      "memberships",
      "invitations",
      "api_tokens",
      "grafana_targets",
      "publish_plans",
      "bulk_edits",
      "annotations",
      "publications",
      "audit_events",
      "stars",
      "recent_views",
      "dashboard_search",
      "closed_uids",
      "quotas",
    ]) {
      rows.push(
        await tx.$queryRawUnsafe(
          `SELECT md5(string_agg(t::text, '|' ORDER BY t::text)) AS state FROM ${table} t`,
        ),
      );
    }
    return JSON.stringify(rows);
  });
}

beforeAll(async () => {
  [a, b] = [await createTestTenant("A"), await createTestTenant("B")];
  idsOfB = await idsOf(b);
  tokenOfA = (await createApiToken(a.admin, { name: "ci", role: "admin" })).token;
});

describe("every route of a tenant", () => {
  it("is found", () => {
    expect(endpoints.length).toBeGreaterThan(40);
  });

  it.each(endpoints)("$name goes through tenantRoute or platformRoute", ({ handler }) => {
    expect(isTenantRoute(handler) || isPlatformRoute(handler)).toBe(true);
  });

  it.each(endpoints)("$name answers 401 without a session", async (endpoint) => {
    const response = await call(endpoint, b.tenant.slug, {});
    expect(response.status).toBe(401);
    expect(response.headers.get("cache-control")).toBe("private, no-store");
  });

  it.each(endpoints)(
    "$name is closed to every role of another tenant, and changes nothing",
    async (endpoint) => {
      const before = await stateOf(b);
      const refusal = isPlatformRoute(endpoint.handler) ? 403 : 404;
      for (const role of roles) {
        const response = await call(endpoint, b.tenant.slug, { as: a[role] });
        expect([role, response.status]).toEqual([role, refusal]);
        expect(await response.text()).not.toContain("Secret of B");
      }
      expect((await call(endpoint, b.tenant.slug, { token: tokenOfA })).status).toBe(
        isPlatformRoute(endpoint.handler) ? 401 : 404,
      );
      expect(await stateOf(b)).toBe(before);
    },
  );

  it.each(endpoints.filter(({ path }) => /\[(uid|id|userId)\]/.test(path)))(
    "$name finds no id of another tenant in the own one",
    async (endpoint) => {
      if (isPlatformRoute(endpoint.handler) || endpoint.path.startsWith("/templates")) return;
      const before = await stateOf(b);
      const response = await call(endpoint, a.tenant.slug, { as: a.admin });
      // A body that is not complete may be refused before anything is looked for.
      expect([400, 404]).toContain(response.status);
      expect(await stateOf(b)).toBe(before);
    },
  );
});

const open = /\/(stars?|query|\[\.\.\.endpoint\]|explain|variables|tags|dashboard-archive\/export)$/;

describe("viewers", () => {
  it.each(endpoints.filter(({ method, path }) => method !== "GET" && !open.test(path)))(
    "may not $name",
    async (endpoint) => {
      const before = await stateOf(b);
      const response = await call(endpoint, b.tenant.slug, { as: b.viewer });
      expect(response.status).toBe(403);
      expect(await stateOf(b)).toBe(before);
    },
  );
});

describe("a suspended tenant", () => {
  it.each(endpoints.filter(({ handler }) => isTenantRoute(handler)))(
    "is closed for $name",
    async (endpoint) => {
      const suspend = (suspendedAt: Date | null) =>
        withPlatform((tx) => tx.tenant.update({ where: { id: b.tenant.id }, data: { suspendedAt } }));
      await suspend(new Date());
      try {
        expect((await call(endpoint, b.tenant.slug, { as: b.admin })).status).toBe(403);
      } finally {
        await suspend(null);
      }
    },
  );
});
