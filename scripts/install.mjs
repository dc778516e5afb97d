// Installs the dependencies when they are missing or package-lock.json has changed. Plain Node, no dependencies.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stampFile = join(root, "node_modules", ".panelsmith-lock");

function lockHash() {
  const hash = createHash("sha256");
  for (const file of ["package.json", "package-lock.json"]) hash.update(readFileSync(join(root, file)));
  return hash.digest("hex");
}

/** The Node that package.json pins, whatever the machine has. */
export function node24() {
  return join(root, "node_modules", "node", "bin", process.platform === "win32" ? "node.exe" : "node");
}

/** Prints one line when it had to install, nothing otherwise; ends the process with a sentence when npm fails. */
export async function ensureInstalled() {
  const wanted = lockHash();
  if (existsSync(stampFile) && existsSync(node24()) && readFileSync(stampFile, "utf8") === wanted) return;
  const started = Date.now();
  const result = spawnSync("npm", ["install", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: root,
    encoding: "utf8",
    env: { ...process.env, NODE_ENV: "development", NODE_OPTIONS: "" },
  });
  if (result.status !== 0) {
    console.error((result.stderr || String(result.error ?? "")).trim().split("\n").slice(-20).join("\n"));
    console.error(
      "npm install failed. Check that the npm registry can be reached, then run npm start again.",
    );
    process.exit(1);
  }
  writeFileSync(stampFile, lockHash());
  console.log(`  ✓ ${"Dependencies installed".padEnd(44)} ${((Date.now() - started) / 1000).toFixed(1)} s`);
}
