import { describe, expect, it } from "vitest";
import { newApiToken } from "@/lib/server/auth/api-token-secret";
import { withPlatform, withTenant } from "@/lib/server/db";
import { callRoute, sessionCookieOf } from "@/lib/server/testing/call-route";
import { createTestTenant, type TestTenant } from "@/lib/server/testing/create-test-tenant";
import type { Role } from "@/lib/shared/tenants/roles";
import { ok } from "./responses";
import { isTenantRoute, tenantRoute } from "./tenant-route";

let ran = 0;
const echo = tenantRoute(async ({ ctx }) =>
  ok({ slug: ctx.tenant.slug, role: ctx.role, actor: ctx.actor.kind }),
);
const write = tenantRoute(async ({ body }) => {
  ran += 1;
  return ok(await body());
});

async function createToken(
  { tenant }: TestTenant,
  role: Role,
  more: { expiresAt?: Date; revokedAt?: Date } = {},
) {
  const { token, hash, prefix } = newApiToken();
  const data = { tenantId: tenant.id, name: "ci", role, hash, prefix, createdByName: "x", ...more };
  await withTenant(tenant.id, (tx) => tx.apiToken.create({ data }));
  return token;
}

describe("who may enter", () => {
  it("lets a member in, with the role of the database", async () => {
    const a = await createTestTenant("A");
    const response = await callRoute(echo, { as: a.editor, params: { tenant: a.tenant.slug } });
    expect(await response.json()).toEqual({ slug: a.tenant.slug, role: "editor", actor: "user" });
    expect(response.headers.get("cache-control")).toBe("private, no-store");
  });

  it("answers 404 for a foreign or unknown tenant, 401 without or with a broken session", async () => {
    const [a, b] = [await createTestTenant("A"), await createTestTenant("B")];
    expect((await callRoute(echo, { as: a.admin, params: { tenant: b.tenant.slug } })).status).toBe(404);
    expect((await callRoute(echo, { as: a.admin, params: { tenant: "nowhere" } })).status).toBe(404);
    expect((await callRoute(echo, { params: { tenant: a.tenant.slug } })).status).toBe(401);
    const broken = { cookie: "panelsmith.session=forged" };
    expect((await callRoute(echo, { headers: broken, params: { tenant: a.tenant.slug } })).status).toBe(401);
  });

  it("feels a lowered role, a removed membership and an ended session with the next request", async () => {
    const a = await createTestTenant("A");
    const userId = a.admin.actor.id;
    const call = () => callRoute(echo, { as: a.admin, params: { tenant: a.tenant.slug } });
    await withTenant(a.tenant.id, (tx) =>
      tx.membership.updateMany({ where: { userId }, data: { role: "viewer" } }),
    );
    expect((await (await call()).json()).role).toBe("viewer");
    await withTenant(a.tenant.id, (tx) => tx.membership.deleteMany({ where: { userId } }));
    expect((await call()).status).toBe(404);
    await withPlatform((tx) =>
      tx.user.update({ where: { id: userId }, data: { sessionVersion: { increment: 1 } } }),
    );
    expect((await call()).status).toBe(401);
  });

  it("answers 403 for a suspended tenant", async () => {
    const a = await createTestTenant("A");
    await withPlatform((tx) =>
      tx.tenant.update({ where: { id: a.tenant.id }, data: { suspendedAt: new Date() } }),
    );
    const response = await callRoute(echo, { as: a.admin, params: { tenant: a.tenant.slug } });
    expect(response.status).toBe(403);
    expect((await response.json()).error.message).toContain("suspended");
  });
});

describe("API tokens", () => {
  it("enter their own tenant only, with their own role", async () => {
    const [a, b] = [await createTestTenant("A"), await createTestTenant("B")];
    const token = await createToken(a, "publisher");
    const mine = await callRoute(echo, { token, params: { tenant: a.tenant.slug } });
    expect(await mine.json()).toEqual({ slug: a.tenant.slug, role: "publisher", actor: "token" });
    expect((await callRoute(echo, { token, params: { tenant: b.tenant.slug } })).status).toBe(404);
  });

  it("are refused when unknown, expired or revoked, even beside a good cookie", async () => {
    const a = await createTestTenant("A");
    const params = { tenant: a.tenant.slug };
    const past = new Date(Date.now() - 1000);
    const expired = await createToken(a, "admin", { expiresAt: past });
    const revoked = await createToken(a, "admin", { revokedAt: past });
    for (const token of [expired, revoked, "psm_unknown"]) {
      expect((await callRoute(echo, { token, as: a.admin, params })).status).toBe(401);
    }
    for (const password of ["eDp5", "A", "AAAAA", "w7w6w6k="]) {
      const headers = { authorization: `Basic ${password}` };
      expect((await callRoute(echo, { as: a.admin, params, headers })).status, password).toBe(401);
    }
  });
});

describe("state-changing requests", () => {
  it.each([
    ["no Origin", { origin: null }],
    ["a foreign Origin", { origin: "https://evil.example" }],
    ["the opaque Origin", { origin: "null" }],
    ["a foreign site", { "sec-fetch-site": "cross-site" }],
    ["a neighbouring site", { "sec-fetch-site": "same-site" }],
    ["a forwarded host", { origin: "https://evil.example", "x-forwarded-host": "evil.example" }],
    ["text/plain", { "content-type": "text/plain" }],
    ["no content type", { "content-type": null }],
  ])("are refused with %s, and nothing runs", async (_, headers) => {
    const a = await createTestTenant("A");
    const before = ran;
    let reached = false;
    const handler = tenantRoute(async ({ body }) => {
      await body();
      reached = true;
      return ok({});
    });
    const response = await callRoute(handler, {
      method: "POST",
      as: a.admin,
      params: { tenant: a.tenant.slug },
      body: {},
      headers,
    });
    expect(response.status).toBe(403);
    expect([ran, reached]).toEqual([before, false]);
  });

  it("are answered 401, as anything else is, without a session", async () => {
    const a = await createTestTenant("A");
    const call = { method: "POST", params: { tenant: a.tenant.slug }, body: {}, headers: { origin: null } };
    expect((await callRoute(write, call)).status).toBe(401);
  });

  it("need no Origin with a token", async () => {
    const a = await createTestTenant("A");
    const token = await createToken(a, "editor");
    const response = await callRoute(write, {
      method: "POST",
      token,
      params: { tenant: a.tenant.slug },
      body: { x: 1 },
    });
    expect(await response.json()).toEqual({ x: 1 });
  });

  it("are refused with a sentence when the body is broken, too large or too deep", async () => {
    const a = await createTestTenant("A");
    const post = (body: string) =>
      callRoute(write, { method: "POST", as: a.admin, params: { tenant: a.tenant.slug }, body });
    expect((await post("{")).status).toBe(400);
    const large = await post(JSON.stringify("x".repeat(1_000_001)));
    expect([large.status, (await large.json()).error.details]).toEqual([413, { maxBytes: 1_000_000 }]);
    const deep = await post("[".repeat(10_000) + "]".repeat(10_000));
    expect([deep.status, (await deep.json()).error.code]).toEqual([400, "INVALID_INPUT"]);
  });
});

describe("errors", () => {
  it("that nobody expected tell a request id and nothing else", async () => {
    const a = await createTestTenant("A");
    const failing = tenantRoute(async () => {
      throw new Error("secret inner text");
    });
    const response = await callRoute(failing, { as: a.admin, params: { tenant: a.tenant.slug } });
    expect(response.status).toBe(500);
    const text = await response.text();
    expect(text).not.toContain("secret inner text");
    expect(text).toContain(response.headers.get("x-request-id"));
  });
});

describe("isTenantRoute", () => {
  it("knows its own", () => {
    expect([isTenantRoute(echo), isTenantRoute(async () => new Response()), isTenantRoute(null)]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe("sessions", () => {
  it("of another version are worth nothing", async () => {
    const a = await createTestTenant("A");
    const cookie = await sessionCookieOf(a.admin.actor.id, 7);
    expect((await callRoute(echo, { headers: { cookie }, params: { tenant: a.tenant.slug } })).status).toBe(
      401,
    );
  });
});
