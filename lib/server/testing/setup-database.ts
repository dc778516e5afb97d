import { randomBytes } from "node:crypto";
import pg from "pg";
import { afterAll, inject } from "vitest";

// Runs before each test file: the file gets a database of its own, a copy of the migrated template.
const { url: serverUrl, template } = inject("databaseServer");
const name = `panelsmith_test_${randomBytes(6).toString("hex")}`;
const url = new URL(serverUrl);
url.pathname = `/${name}`;
process.env.DATABASE_URL = url.href;
process.env.PANELSMITH_SECRET ??= "test-secret-test-secret-test-secret-test";
process.env.LOG_LEVEL ??= "silent";

async function asAdmin(sql: string): Promise<void> {
  const admin = new pg.Client({ connectionString: serverUrl });
  await admin.connect();
  try {
    await admin.query(sql);
  } finally {
    await admin.end();
  }
}

await asAdmin(`CREATE DATABASE ${name} TEMPLATE ${template}`);

afterAll(async () => {
  const { closeDatabase } = await import("@/lib/server/db");
  await closeDatabase();
  await asAdmin(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
});
