import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { afterAll, describe, expect, inject, it } from "vitest";
import { describeDatabaseError } from "./describe-database-error";
import { migrate } from "./migrate";
import { listMigrations, noFilters, prismaDir, withSchemaEngine } from "./schema-engine";

const { url: serverUrl } = inject("databaseServer");
const made: string[] = [];
const owners: string[] = [];

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

/** A database whose owner is nobody special. */
async function ownedDatabase(): Promise<{ url: string; owner: string }> {
  const url = new URL(await emptyDatabase());
  const owner = `owner_${randomBytes(6).toString("hex")}`;
  await query(serverUrl, `CREATE ROLE ${owner} LOGIN CREATEROLE PASSWORD 'secret'`);
  await query(serverUrl, `ALTER DATABASE ${url.pathname.slice(1)} OWNER TO ${owner}`);
  owners.push(owner);
  url.username = owner;
  url.password = "secret";
  return { url: url.href, owner };
}

async function emptyDatabase(): Promise<string> {
  const name = `panelsmith_migrate_${randomBytes(6).toString("hex")}`;
  await query(serverUrl, `CREATE DATABASE ${name}`);
  made.push(name);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}

afterAll(async () => {
  for (const name of made) await query(serverUrl, `DROP DATABASE ${name} WITH (FORCE)`);
  for (const owner of owners) {
    await query(serverUrl, `DROP OWNED BY ${owner}`);
    await query(serverUrl, `DROP ROLE ${owner}`);
  }
});

describe("migrate", () => {
  it("applies each migration once, however many start at the same time", async () => {
    const url = await emptyDatabase();
    const names = (await listMigrations()).migrationDirectories.map(({ path }) => path);
    const applied = await Promise.all([migrate(url), migrate(url), migrate(url)]);
    expect(applied.flat().sort()).toEqual(names);
    expect(await migrate(url)).toEqual([]);
  });

  it("needs no superuser but a grant, which its error names", async () => {
    const { url, owner } = await ownedDatabase();
    // The role is another's here, since all databases of the tests' server share it.
    await query(serverUrl, `GRANT panelsmith_app TO ${owner} WITH ADMIN OPTION`);
    const failed = await migrate(url).catch((error: unknown) => error);
    const [, grant = ""] =
      /Run as a superuser: (GRANT [^;]+);/.exec(describeDatabaseError(url, failed)) ?? [];
    expect(grant).toContain(owner);
    await query(serverUrl, grant);
    expect((await migrate(url)).length).toBeGreaterThan(0);
  });

  it("goes on after a start that was killed in the middle", async () => {
    const url = await emptyDatabase();
    const names = await migrate(url);
    // Killed before the first script's transaction ended: its record is there, unfinished, and nothing else is.
    await query(
      url,
      `
      CREATE SCHEMA kept;
      ALTER TABLE _prisma_migrations SET SCHEMA kept;
      DROP SCHEMA public CASCADE;
      CREATE SCHEMA public;
      ALTER TABLE kept._prisma_migrations SET SCHEMA public;
      DELETE FROM public._prisma_migrations WHERE migration_name <> '${names[0]}';
      UPDATE public._prisma_migrations SET finished_at = NULL, applied_steps_count = 0;
    `,
    );
    expect(await migrate(url)).toEqual(names);
    expect(await query(url, "SELECT count(*)::int AS tenants FROM tenants")).toEqual([{ tenants: 0 }]);
  });

  it("leads to exactly what schema.prisma says", async () => {
    const url = await emptyDatabase();
    const migrations = await listMigrations();
    const content = await readFile(join(prismaDir, "schema.prisma"), "utf8");
    const { stdout } = await withSchemaEngine(url, migrations, (engine) =>
      engine.diff({
        from: { tag: "migrations", ...migrations },
        to: { tag: "schemaDatamodel", files: [{ path: "schema.prisma", content }] },
        script: true,
        exitCode: null,
        filters: noFilters,
      }),
    );
    expect(stdout).toContain("This is an empty migration");
  });
});
