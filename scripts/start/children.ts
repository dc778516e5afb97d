import { type ChildProcess, spawn } from "node:child_process";
import { openSync } from "node:fs";
import { readFile } from "node:fs/promises";

interface Child {
  name: string;
  process: ChildProcess;
  /** True once we asked it to end, so that its exit is no news. */
  stopping: boolean;
}

interface Start {
  name: string;
  command: string;
  args: string[];
  logFile: string;
  cwd?: string;
  env?: NodeJS.ProcessEnv;
}

/** The long-lived processes of this start; each logs to its own file, all are stopped together. */
export class Children {
  private readonly children: Child[] = [];
  private readonly onUnexpectedExit: (name: string, code: number | null, logFile: string) => void;

  constructor(onUnexpectedExit: (name: string, code: number | null, logFile: string) => void) {
    this.onUnexpectedExit = onUnexpectedExit;
  }

  start({ name, command, args, logFile, cwd, env }: Start): ChildProcess {
    const output = openSync(logFile, "a");
    const child = spawn(command, args, { stdio: ["ignore", output, output], cwd, env: env ?? process.env });
    const entry: Child = { name, process: child, stopping: false };
    this.children.push(entry);
    child.once("error", () => this.onUnexpectedExit(name, null, logFile));
    child.once("exit", (code) => {
      if (!entry.stopping) this.onUnexpectedExit(name, code, logFile);
    });
    return child;
  }

  /** Ends them in reverse order of their start; whoever ignores SIGTERM for 8 s is killed. */
  async stopAll(): Promise<void> {
    for (const child of this.children.toReversed()) await stop(child);
  }
}

function stop(child: Child): Promise<void> {
  child.stopping = true;
  const { process: running } = child;
  if (running.exitCode !== null || running.signalCode !== null || running.pid === undefined)
    return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(() => running.kill("SIGKILL"), 8_000);
    running.once("exit", () => {
      clearTimeout(timer);
      resolve();
    });
    running.kill("SIGTERM");
  });
}

/** Asks `url` until it answers 2xx. @throws Error with the end of the log when the time is over or the process has ended. */
export async function waitForHttp(
  url: string,
  timeoutMs: number,
  child: ChildProcess,
  logFile: string,
): Promise<void> {
  const until = Date.now() + timeoutMs;
  while (Date.now() < until) {
    if (child.exitCode !== null || child.signalCode !== null) break;
    const ok = await fetch(url, { signal: AbortSignal.timeout(2_000) }).then(
      (response) => response.ok,
      () => false,
    );
    if (ok) return;
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
  throw new Error(`${url} did not answer. Its log ends with:\n${await tailOf(logFile)}`);
}

export async function tailOf(logFile: string): Promise<string> {
  const text = await readFile(logFile, "utf8").catch(() => "");
  return text.trim().split("\n").slice(-8).join("\n");
}
