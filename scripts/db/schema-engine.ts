import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import type { MigrationList, SchemaEngine as SchemaEngineType } from "@prisma/schema-engine-wasm";
import { migrationAdapterFactory } from "./migration-adapter.ts";

interface EngineModule {
  __wbg_set_wasm(exports: WebAssembly.Exports): void;
  SchemaEngine: typeof SchemaEngineType;
}

export const noFilters = { externalTables: [], externalEnums: [] };
export const prismaDir = join(dirname(fileURLToPath(import.meta.url)), "../../prisma");
const migrationsDir = join(prismaDir, "migrations");

// The package's entry imports the .wasm file as a module, which not every runner of our scripts can.
async function loadEngineModule(): Promise<EngineModule> {
  const require = createRequire(import.meta.url);
  const folder = dirname(require.resolve("@prisma/schema-engine-wasm"));
  const glue: EngineModule & WebAssembly.ModuleImports = await import(
    "@prisma/schema-engine-wasm/schema_engine_bg"
  );
  const { instance } = await WebAssembly.instantiate(await readFile(join(folder, "schema_engine_bg.wasm")), {
    "./schema_engine_bg.js": glue,
  });
  glue.__wbg_set_wasm(instance.exports);
  const start = instance.exports.__wbindgen_start;
  if (typeof start === "function") start();
  return glue;
}

// One instance a process: the glue code keeps a single one, and a second would cut the first off.
let engineModule: Promise<EngineModule> | null = null;

/** Prisma's schema engine as WebAssembly: it needs no downloaded binary. */
export async function withSchemaEngine<T>(
  databaseUrl: string,
  migrations: MigrationList,
  use: (engine: SchemaEngineType) => Promise<T>,
): Promise<T> {
  engineModule ??= loadEngineModule();
  const { SchemaEngine } = await engineModule;
  const texts = migrations.migrationDirectories.map(({ migrationFile }) => migrationFile.content.value);
  const factory = migrationAdapterFactory(databaseUrl, new Set(texts));
  const adapter = bindMigrationAwareSqlAdapterFactory(factory);
  const schema = await readFile(join(prismaDir, "schema.prisma"), "utf8");
  const engine = await SchemaEngine.new(
    { datamodels: [["schema.prisma", schema]] },
    () => undefined,
    adapter,
  );
  try {
    return await use(engine);
  } finally {
    engine.free();
    await factory.close();
  }
}

export async function listMigrations(): Promise<MigrationList> {
  const entries = await readdir(migrationsDir, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const lockfile = await readFile(join(migrationsDir, "migration_lock.toml"), "utf8").catch(() => null);
  return {
    baseDir: migrationsDir,
    lockfile: { path: "migration_lock.toml", content: lockfile },
    shadowDbInitScript: "",
    migrationDirectories: await Promise.all(
      names.sort().map(async (path) => ({
        path,
        migrationFile: {
          path: "migration.sql",
          content: {
            tag: "ok" as const,
            value: await readFile(join(migrationsDir, path, "migration.sql"), "utf8"),
          },
        },
      })),
    ),
  };
}
