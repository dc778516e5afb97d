import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";

const dataDir = join(import.meta.dirname, "../../.data/e2e");

interface Started {
  pid: number;
  mark: string;
}

/** A process of the console under test that can be killed and brought back with the same command. */
export class Outage {
  private readonly args: string[];
  private readonly pid: number;
  private again: ChildProcess | undefined;

  /** @param part text that its command line holds, `storage.tsdb.path` say. */
  constructor(part: string) {
    const record = JSON.parse(readFileSync(join(dataDir, "run.json"), "utf8")) as Started[];
    const found = record.find(({ pid }) => commandLine(pid).some((arg) => arg.includes(part)));
    if (!found) throw new Error(`The start recorded no process with ${part}.`);
    this.pid = found.pid;
    this.args = [...wrapperOf(found.pid), ...commandLine(found.pid)];
  }

  kill(): void {
    process.kill(this.pid, "SIGKILL");
  }

  bringBack(): void {
    const [command = "", ...args] = this.args;
    this.again = spawn(command, args, { stdio: "ignore" });
  }

  end(): void {
    this.again?.kill("SIGINT");
  }
}

/** Postgres is never root: the start of a root runs it in a user namespace, or as another user where those are forbidden. */
function wrapperOf(pid: number): string[] {
  const owner = statSync(`/proc/${pid}`).uid;
  if (process.getuid?.() !== 0 || !commandLine(pid)[0]?.endsWith("postgres")) return [];
  if (owner === 0) return ["unshare", "--user", "--map-user=1000", "--map-group=1000"];
  const user = ["setpriv", `--reuid=${owner}`, `--regid=${owner}`, "--clear-groups"];
  // In a folder of root's that user was given one capability, without which it could not enter.
  const entered = /CapAmb:\s*0*[1-9a-f]/.test(readFileSync(`/proc/${pid}/status`, "utf8"));
  const capability = [
    "--securebits=+no_setuid_fixup",
    "--inh-caps=+dac_override",
    "--ambient-caps=+dac_override",
  ];
  return entered ? [...user, ...capability] : user;
}

function commandLine(pid: number): string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0").filter(Boolean);
  } catch {
    return [];
  }
}
