import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("scripts/start/main.ts");
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/**
 * Makes the data folder and takes it for this process.
 * @throws Error when another start holds it, or when it cannot be written.
 */
export function takeDataDir(dir: string): { release: () => void } {
  const lockFile = join(dir, "lock");
  try {
    mkdirSync(join(dir, "logs"), { recursive: true });
  } catch (error) {
    throw new Error(`PANELSMITH_DATA_DIR ${dir} cannot be written: ${(error as Error).message}`);
  }
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      writeFileSync(lockFile, String(process.pid), { flag: "wx" });
      return { release: () => rmSync(lockFile, { force: true }) };
    } catch {
      const holder = Number(readFileSync(lockFile, "utf8"));
      if (holder && isAlive(holder)) {
        throw new Error(
          `Panelsmith already runs with the data in ${dir} (process ${holder}). Stop it first, or set PANELSMITH_DATA_DIR to another folder.`,
        );
      }
      rmSync(lockFile, { force: true });
    }
  }
  throw new Error(`${lockFile} cannot be taken. Remove it when no other start is running.`);
}

/** A random text kept in the data folder: made at the first start, the same ever after. */
export function keptSecret(dir: string, name: string, bytes: number): string {
  const file = join(dir, name);
  if (!existsSync(file)) writeFileSync(file, randomBytes(bytes).toString("base64url"), { mode: 0o600 });
  return readFileSync(file, "utf8").trim();
}
