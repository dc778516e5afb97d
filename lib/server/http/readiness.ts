import { access, readdir } from "node:fs/promises";
import { join } from "node:path";
import { databasePool } from "@/lib/server/db";

export interface Readiness {
  ready: boolean;
  checks: { database: string; migrations: string };
}

async function expectedMigrations(): Promise<string[]> {
  const folder = join(process.cwd(), "prisma/migrations");
  const names = await readdir(folder).catch(() => []);
  const found = await Promise.all(
    names.map((name) =>
      access(join(folder, name, "migration.sql")).then(
        () => name,
        () => null,
      ),
    ),
  );
  return found.filter((name) => name !== null);
}

/** Whether the database answers and every migration that came with this console is applied. */
export async function checkReadiness(): Promise<Readiness> {
  try {
    const { rows } = await databasePool().query<{ name: string }>(
      "SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL",
    );
    const applied = new Set(rows.map(({ name }) => name));
    const missing = (await expectedMigrations()).filter((name) => !applied.has(name));
    const migrations = missing.length === 0 ? "ok" : `${missing.length} not applied yet`;
    return { ready: missing.length === 0, checks: { database: "ok", migrations } };
  } catch (error) {
    const isMissing =
      error instanceof Error && "code" in error && (error.code === "42P01" || error.code === "22023");
    const checks = isMissing
      ? { database: "ok", migrations: "not applied yet" }
      : { database: "cannot be reached", migrations: "unknown" };
    return { ready: false, checks };
  }
}
