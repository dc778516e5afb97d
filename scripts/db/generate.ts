import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const cli = join(dirname(createRequire(import.meta.url).resolve("prisma/package.json")), "build/index.js");

// Generating needs no schema engine, yet Prisma downloads one unless this names an existing file.
const env = {
  ...process.env,
  PRISMA_SCHEMA_ENGINE_BINARY: join(root, "package.json"),
  PRISMA_HIDE_UPDATE_MESSAGE: "1",
};

const { status } = spawnSync(process.execPath, [cli, "generate", "--no-hints"], {
  cwd: root,
  env,
  stdio: "inherit",
});
process.exitCode = status ?? 1;
