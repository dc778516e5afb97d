import { PrismaPg } from "@prisma/adapter-pg";
import {
  ColumnTypeEnum,
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

const internalChar = 18;
const text = 25;

function isResult(value: unknown): value is pg.QueryResult {
  return typeof value === "object" && value !== null && "fields" in value && Array.isArray(value.fields);
}

/**
 * The catalogue has columns of Postgres' internal "char", which PrismaPg refuses and the engine wants as characters. So
 * they pass PrismaPg as text and are called characters again behind it; the engine asks one question at a time.
 */
function passInternalChars(adapter: SqlDriverAdapter, pool: pg.Pool): SqlDriverAdapter {
  const query: (...given: unknown[]) => Promise<unknown> = Reflect.get(pool, "query").bind(pool);
  const queryRaw = adapter.queryRaw.bind(adapter);
  let chars: boolean[] = [];
  Reflect.set(pool, "query", async (...given: unknown[]) => {
    const result = await query(...given);
    const fields = isResult(result) ? result.fields : [];
    chars = fields.map((field) => field.dataTypeID === internalChar);
    for (const field of fields) if (field.dataTypeID === internalChar) field.dataTypeID = text;
    return result;
  });
  adapter.queryRaw = async (sql) => {
    const result = await queryRaw(sql);
    const columnTypes = result.columnTypes.map((type, index) =>
      chars[index] ? ColumnTypeEnum.Character : type,
    );
    return { ...result, columnTypes };
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
      const shadow = new pg.Pool({ connectionString: shadowUrl.href });
      const adapter = passInternalChars(await new PrismaPg(shadow).connect(), shadow);
      adapter.dispose = async () => {
        await shadow.end();
        await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
        await admin.end();
      };
      return runScriptsWhole(adapter, shadow, new Set());
    },
  };
}
