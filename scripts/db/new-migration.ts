import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { listMigrations, noFilters, prismaDir, withSchemaEngine } from "./schema-engine.ts";

const name = process.argv.slice(2).find((argument) => argument !== "--");
const databaseUrl = process.env.DATABASE_URL;
if (!name || !/^[a-z0-9_]+$/.test(name))
  throw new Error("Name the migration: npm run db:new-migration -- add_something");
if (!databaseUrl)
  throw new Error("Set DATABASE_URL: a shadow database is made on that server and dropped again.");

const migrations = await listMigrations();
const schema = await readFile(join(prismaDir, "schema.prisma"), "utf8");
const { stdout } = await withSchemaEngine(databaseUrl, migrations, (engine) =>
  engine.diff({
    from:
      migrations.migrationDirectories.length === 0 ? { tag: "empty" } : { tag: "migrations", ...migrations },
    to: { tag: "schemaDatamodel", files: [{ path: "schema.prisma", content: schema }] },
    script: true,
    exitCode: null,
    filters: noFilters,
  }),
);

const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
const folder = join(migrations.baseDir, `${stamp}_${name}`);
await mkdir(folder, { recursive: true });
await writeFile(join(folder, "migration.sql"), stdout ?? "");
console.log(
  `Wrote ${folder}/migration.sql. A new table needs its grant and its row-level security policy in it.`,
);
