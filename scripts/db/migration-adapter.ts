import { PrismaPg } from "@prisma/adapter-pg";
import {
  DriverAdapterError,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import pg from "pg";

// In the same transaction as the migration itself: a row without finished_at was then surely not applied.
const markFinished = `UPDATE _prisma_migrations SET finished_at = now() WHERE finished_at IS NULL AND rolled_back_at IS NULL`;

function toDriverError(error: unknown): unknown {
  if (!(error instanceof pg.DatabaseError)) return error;
  return new DriverAdapterError({
    kind: "postgres",
    code: error.code ?? "XX000",
    severity: error.severity ?? "ERROR",
    message: error.message,
    detail: error.detail,
    column: error.column,
    hint: error.hint,
  });
}

/**
 * Runs a script as one multi-statement query, hence in one transaction; PrismaPg cuts scripts at every semicolon, also
 * inside the bodies of functions.
 */
function runScriptsWhole(
  adapter: SqlDriverAdapter,
  pool: pg.Pool,
  migrations: Set<string>,
): SqlDriverAdapter {
  adapter.executeScript = async (script) => {
    try {
      await pool.query(migrations.has(script) ? `${script}\n;${markFinished}` : script);
    } catch (error) {
      throw toDriverError(error);
    }
  };
  return adapter;
}

/** `migrations` are the texts that, when run, are recorded as finished in the same transaction. */
export function migrationAdapterFactory(
  databaseUrl: string,
  migrations: Set<string>,
): SqlMigrationAwareDriverAdapterFactory & { close(): Promise<void> } {
  const pool = new pg.Pool({ connectionString: databaseUrl });
  const main = new PrismaPg(pool);
  return {
    // The engine never closes what it opened.
    close: () => pool.end(),
    provider: main.provider,
    adapterName: main.adapterName,
    async connect() {
      const adapter = await main.connect();
      return runScriptsWhole(adapter, pool, migrations);
    },
    async connectToShadowDb() {
      const name = `panelsmith_shadow_${crypto.randomUUID().replaceAll("-", "")}`;
      const admin = new pg.Client({ connectionString: databaseUrl });
      await admin.connect();
      await admin.query(`CREATE DATABASE ${name}`);
      const shadowUrl = new URL(databaseUrl);
      shadowUrl.pathname = `/${name}`;
      const adapter = await new PrismaPg({ connectionString: shadowUrl.href }).connect();
      const dispose = adapter.dispose.bind(adapter);
      adapter.dispose = async () => {
        await dispose();
        await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
        await admin.end();
      };
      return runScriptsWhole(adapter, adapter.underlyingDriver(), new Set());
    },
  };
}
