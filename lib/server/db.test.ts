import { describe, expect, it } from "vitest";
import { databasePool, queryUnscoped, withPlatform, withTenant, withToken, withUser } from "./db";
import { createTestTenant } from "./testing/create-test-tenant";

const folder = (tenantId: string, uid: string) => ({ tenantId, uid, title: uid });

describe("row-level security", () => {
  it("runs as a role that owns nothing and bypasses nothing", async () => {
    const { rows } = await databasePool().query(
      "select current_user as name, rolsuper, rolbypassrls from pg_roles where rolname = current_user",
    );
    expect(rows).toEqual([{ name: "panelsmith_app", rolsuper: false, rolbypassrls: false }]);
    const owned = await databasePool().query(
      "select tablename from pg_tables where tableowner = 'panelsmith_app'",
    );
    expect(owned.rows).toEqual([]);
  });

  it("is forced on every table with a tenant", async () => {
    const { rows } = await databasePool().query(
      `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
       where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and not (c.relrowsecurity and c.relforcerowsecurity)`,
    );
    expect(rows).toEqual([]);
  });

  it("shows a tenant its own rows and no other's", async () => {
    const [a, b] = [await createTestTenant("A"), await createTestTenant("B")];
    await withTenant(a.tenant.id, (tx) => tx.folder.create({ data: folder(a.tenant.id, "of-a") }));
    expect(await withTenant(a.tenant.id, (tx) => tx.folder.findMany())).toHaveLength(1);
    expect(await withTenant(b.tenant.id, (tx) => tx.folder.findMany())).toEqual([]);
    expect(await withPlatform((tx) => tx.folder.findMany())).toEqual([]);
    expect(await withUser(a.admin.actor.id, (tx) => tx.folder.findMany())).toEqual([]);
    expect((await databasePool().query("select * from folders")).rows).toEqual([]);
  });

  it("refuses to write for another tenant, or to link to its rows", async () => {
    const [a, b] = [await createTestTenant("A"), await createTestTenant("B")];
    const foreign = withTenant(b.tenant.id, (tx) =>
      tx.folder.create({ data: folder(a.tenant.id, "forged") }),
    );
    await expect(foreign).rejects.toThrow(/row-level security/);
    const ofA = await withTenant(a.tenant.id, (tx) =>
      tx.folder.create({ data: folder(a.tenant.id, "parent") }),
    );
    const linked = withTenant(b.tenant.id, (tx) =>
      tx.folder.create({ data: { ...folder(b.tenant.id, "child"), parentId: ofA.id } }),
    );
    await expect(linked).rejects.toMatchObject({ code: "CONFLICT" });
  });

  it("shows a person only the own memberships and tenants", async () => {
    const [a] = [await createTestTenant("A"), await createTestTenant("B")];
    const seen = await withUser(a.viewer.actor.id, async (tx) => ({
      memberships: await tx.membership.findMany(),
      tenants: await tx.tenant.findMany(),
    }));
    expect(seen.memberships.map((membership) => membership.role)).toEqual(["viewer"]);
    expect(seen.tenants.map((tenant) => tenant.slug)).toEqual([a.tenant.slug]);
  });

  it("finds a token by its hash alone", async () => {
    const a = await createTestTenant("A");
    const data = {
      tenantId: a.tenant.id,
      name: "ci",
      role: "viewer" as const,
      hash: `h-${a.tenant.id}`,
      prefix: "ps_1",
      createdByName: "x",
    };
    await withTenant(a.tenant.id, (tx) => tx.apiToken.create({ data }));
    const found = await withToken(data.hash, (tx) => tx.apiToken.findMany({ include: { tenant: true } }));
    expect(found.map((token) => token.tenant.slug)).toEqual([a.tenant.slug]);
    expect(await withToken("other", (tx) => tx.apiToken.findMany())).toEqual([]);
  });
});

it("leaves secrets out of what is read, unless a query names them", async () => {
  const { tenant, admin } = await createTestTenant("A");
  const tenantId = tenant.id;
  const named = { tenantId, name: "n", createdByName: "x" };
  await withPlatform((tx) =>
    tx.user.update({ where: { id: admin.actor.id }, data: { passwordHash: "s3cret" } }),
  );
  const read = await withTenant(tenantId, async (tx) => [
    await tx.apiToken.create({ data: { ...named, role: "viewer", hash: `s3cret${tenantId}`, prefix: "p" } }),
    await tx.invitation.create({
      data: {
        tenantId,
        email: "a@b.c",
        role: "viewer",
        tokenHash: "s3cret",
        invitedByName: "x",
        expiresAt: new Date(),
      },
    }),
    await tx.datasource.create({
      data: { tenantId, uid: "p", name: "p", url: "http://p", headersEncrypted: "s3cret", isDefault: true },
    }),
    await tx.grafanaTarget.create({
      data: { tenantId, name: "g", url: "http://g", authKind: "token", credentialsEncrypted: "s3cret" },
    }),
  ]);
  const users = await withPlatform((tx) => tx.user.findMany());
  expect(read).toHaveLength(4);
  expect(users.length).toBeGreaterThan(0);
  expect(JSON.stringify([read, users])).not.toContain("s3cret");
});

describe("append-only tables", () => {
  it("lets nobody change or delete audit events and versions", async () => {
    const a = await createTestTenant("A");
    await withTenant(a.tenant.id, (tx) =>
      tx.auditEvent.create({
        data: {
          tenantId: a.tenant.id,
          actorKind: "system",
          actorName: "t",
          action: "a",
          subjectType: "s",
          subjectId: "1",
        },
      }),
    );
    for (const table of ["audit_events", "dashboard_versions"]) {
      for (const sql of [`update ${table} set tenant_id = tenant_id`, `delete from ${table}`]) {
        await expect(withTenant(a.tenant.id, (tx) => tx.$executeRawUnsafe(sql))).rejects.toThrow(
          /permission denied/,
        );
      }
    }
  });
});

describe("documents", () => {
  it("come back with their key order and with keys like __proto__ inert", async () => {
    const a = await createTestTenant("A");
    const text = '{"z":1,"a":{"__proto__":{"polluted":true},"k":[]},"m":null,"constructor":"x"}';
    await withTenant(a.tenant.id, (tx) =>
      tx.dashboard.create({
        data: {
          tenantId: a.tenant.id,
          uid: "d",
          title: "d",
          document: JSON.parse(text),
          createdByName: "x",
          updatedByName: "x",
        },
      }),
    );
    const read = await withTenant(a.tenant.id, (tx) =>
      tx.dashboard.findFirstOrThrow({ where: { uid: "d" } }),
    );
    expect(JSON.stringify(read.document)).toBe('{"z":1,"a":{"k":[]},"m":null,"constructor":"x"}');
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});

describe("errors", () => {
  it("turns a duplicate into CONFLICT", async () => {
    const a = await createTestTenant("A");
    const create = () =>
      withTenant(a.tenant.id, (tx) => tx.folder.create({ data: folder(a.tenant.id, "same") }));
    await create();
    await expect(create()).rejects.toMatchObject({ code: "CONFLICT" });
  });
});

describe("asking who may enter", () => {
  it("shows the application nothing more than the question", async () => {
    const a = await createTestTenant("A");
    const trick = withTenant(a.tenant.id, async (tx) => {
      await tx.$executeRaw`SELECT set_config('app.access', 'on', true)`;
      return [await tx.membership.count(), await tx.tenant.count(), await tx.apiToken.count()];
    });
    await createTestTenant("B");
    expect(await trick).toEqual([4, 1, 0]);
  });
});

describe("a database that is busy", () => {
  it("is waited for, by a query and by a transaction", async () => {
    const a = await createTestTenant("A");
    // Longer than connecting to a database that is there may ever take.
    const busy = Array.from({ length: 40 }, () => databasePool().query("SELECT pg_sleep(3.5)"));
    const one = queryUnscoped("one", "SELECT 1 AS one", []);
    const other = withTenant(a.tenant.id, (tx) => tx.folder.count());
    expect(await one).toEqual([{ one: 1 }]);
    expect(await other).toBe(0);
    await Promise.all(busy);
  }, 30_000);
});
