import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { hintChunks } from "./hint-chunks.ts";

const run = promisify(execFile);
const sources = ["app", "components", "lib", "prisma", "public"];
const sourceFiles = [
  "instrumentation.ts",
  "next.config.ts",
  "package-lock.json",
  "postcss.config.mjs",
  "prisma.config.ts",
  "proxy.ts",
  "scripts/start/hint-chunks.ts",
  "tsconfig.json",
];

function hashSources(root: string, names: string[]): string {
  const hash = createHash("sha256");
  const visit = (path: string) => {
    if (!existsSync(join(root, path))) return;
    if (statSync(join(root, path)).isDirectory()) {
      for (const name of readdirSync(join(root, path)).toSorted()) visit(join(path, name));
    } else if (!path.includes(".test.")) {
      hash
        .update(path)
        .update("\0")
        .update(readFileSync(join(root, path)))
        .update("\0");
    }
  };
  for (const name of names) visit(name);
  return hash.digest("hex");
}

function isFresh(stampFile: string, hash: string): boolean {
  return existsSync(stampFile) && readFileSync(stampFile, "utf8") === hash;
}

/** Writes the Prisma client when the schema has changed. No engine is needed for that, only a file to name as one. */
export async function generatePrismaClient(root: string): Promise<boolean> {
  const hash = hashSources(root, ["prisma/schema.prisma", "prisma.config.ts", "package-lock.json"]);
  const stampFile = join(root, "generated", ".schema-hash");
  if (isFresh(stampFile, hash)) return false;
  await run(process.execPath, ["scripts/db/generate.ts"], { cwd: root });
  writeFileSync(stampFile, hash);
  return true;
}

/** Builds the console when its sources have changed since the last build. @throws Error with the end of the build's output. */
export async function buildConsole(root: string): Promise<boolean> {
  const hash = hashSources(root, [...sources, ...sourceFiles]);
  const stampFile = join(root, ".next", "panelsmith-build");
  if (isFresh(stampFile, hash)) return false;
  try {
    await run(process.execPath, ["node_modules/next/dist/bin/next", "build"], {
      cwd: root,
      maxBuffer: 1 << 26,
      env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    });
  } catch (error) {
    const { stdout = "", stderr = "" } = error as { stdout?: string; stderr?: string };
    throw new Error(`The build failed:\n${`${stdout}\n${stderr}`.trim().split("\n").slice(-30).join("\n")}`);
  }
  hintChunks(join(root, ".next", "static", "chunks"));
  // The standalone server serves static files only from beside itself.
  cpSync(join(root, ".next", "static"), join(root, ".next", "standalone", ".next", "static"), {
    recursive: true,
  });
  if (existsSync(join(root, "public"))) {
    cpSync(join(root, "public"), join(root, ".next", "standalone", "public"), { recursive: true });
  }
  writeFileSync(stampFile, hash);
  return true;
}
