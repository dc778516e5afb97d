import { pathToFileURL } from "node:url";
import pg from "pg";
import { describeDatabaseError } from "./describe-database-error.ts";
import { listMigrations, noFilters, withSchemaEngine } from "./schema-engine.ts";

// Any constant will do, as long as every start of the project takes the same one.
const lockKey = 7_203_114;

/**
 * Applies what is missing of prisma/migrations and answers the names applied. Two starts at once wait for each other.
 * The user of the URL must own the schema and be allowed to create roles (or the role `panelsmith_app` must exist).
 */
export async function migrate(databaseUrl: string): Promise<string[]> {
  const lock = new pg.Client({ connectionString: databaseUrl });
  await lock.connect();
  try {
    await lock.query("select pg_advisory_lock($1)", [lockKey]);
    const migrationsList = await listMigrations();
    return await withSchemaEngine(databaseUrl, migrationsList, async (engine) => {
      const { failedMigrationNames } = await engine.diagnoseMigrationHistory({
        migrationsList,
        filters: noFilters,
        optInToShadowDatabase: false,
      });
      // A migration is one transaction with its record: what is not recorded as finished left nothing behind.
      for (const migrationName of failedMigrationNames)
        await engine.markMigrationRolledBack({ migrationName });
      const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters: noFilters });
      return appliedMigrationNames;
    });
  } finally {
    await lock.end();
  }
}

async function main(): Promise<void> {
  const databaseUrl = process.env.DATABASE_URL;
  if (!databaseUrl) throw new Error("Set DATABASE_URL to the database that is to be migrated.");
  const applied = await migrate(databaseUrl).catch((error: unknown) => {
    console.error(describeDatabaseError(databaseUrl, error));
    process.exit(1);
  });
  console.log(applied.length === 0 ? "The database is up to date." : `Applied ${applied.join(", ")}.`);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await main();
  // The engine lets its idle connection go only after ten seconds; nobody need wait for that.
  process.exit(0);
}
