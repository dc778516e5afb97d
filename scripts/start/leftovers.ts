import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

interface Started {
  pid: number;
  /** Text that the process's command line holds, so that a reused id is never ended by mistake. */
  mark: string;
}

function commandLine(pid: number): string {
  try {
    // A bare Linux has no `ps`, other systems no /proc.
    if (existsSync("/proc/self/cmdline")) {
      return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
    }
    return execFileSync("ps", ["-o", "args=", "-p", String(pid)], { encoding: "utf8" });
  } catch {
    return "";
  }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function endLeftover({ pid, mark }: Started): Promise<void> {
  if (!commandLine(pid).includes(mark)) return;
  process.kill(pid, "SIGINT");
  for (let waited = 0; waited < 10_000 && commandLine(pid).includes(mark); waited += 100) await pause(100);
  if (commandLine(pid).includes(mark)) process.kill(pid, "SIGKILL");
}

/** Remembers what was started, so that a start after a crash can end what the crash left running. */
export class RunRecord {
  private readonly file: string;
  private readonly started: Started[] = [];

  constructor(dataDir: string) {
    this.file = join(dataDir, "run.json");
  }

  async endLeftovers(): Promise<number> {
    if (!existsSync(this.file)) return 0;
    const left = JSON.parse(readFileSync(this.file, "utf8") || "[]") as Started[];
    const alive = left.filter(({ pid, mark }) => commandLine(pid).includes(mark));
    for (const process of alive.toReversed()) await endLeftover(process);
    rmSync(this.file, { force: true });
    return alive.length;
  }

  add(pid: number | undefined, mark: string): void {
    if (pid === undefined) return;
    this.started.push({ pid, mark });
    writeFileSync(this.file, JSON.stringify(this.started));
  }

  clear(): void {
    rmSync(this.file, { force: true });
  }
}
