import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, fstatSync, openSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import type { RunRecord } from "./leftovers.ts";

interface Child {
  process: ChildProcess;
  /** True from when it answers until we ask it to end: only then is its exit news. */
  expected: boolean;
}

export interface Start {
  name: string;
  command: string;
  args: string[];
  logFile: string;
  /** Text that its command line holds, by which a later start knows it again. */
  mark: string;
  /** Answers 2xx once the process is ready. */
  readyUrl: string;
  readyTimeoutMs: number;
  /** What it logs once it is ready, for one that takes its port late: until then another program may answer there. */
  readyText?: string;
  cwd?: string;
  env?: NodeJS.ProcessEnv;
}

type UnexpectedExit = (name: string, code: number | null, logFile: string) => void;

/** The long-lived processes of this start; each logs to its own file, all are stopped together. */
export class Children {
  private readonly children: Child[] = [];
  private readonly record: RunRecord;
  private readonly onUnexpectedExit: UnexpectedExit;

  constructor(record: RunRecord, onUnexpectedExit: UnexpectedExit) {
    this.record = record;
    this.onUnexpectedExit = onUnexpectedExit;
  }

  /** Starts a process and waits until it is ready. @throws Error with the end of the log when it ends, or its time is over, before it is ready. */
  async start(start: Start): Promise<void> {
    const { name, command, args, logFile, mark, cwd, env = process.env } = start;
    const output = openSync(logFile, "a");
    const logStart = fstatSync(output).size;
    const child = spawn(command, args, { stdio: ["ignore", output, output], cwd, env });
    closeSync(output);
    const entry: Child = { process: child, expected: false };
    this.children.push(entry);
    child.once("exit", (code) => {
      if (entry.expected) this.onUnexpectedExit(name, code, logFile);
    });
    try {
      await once(child, "spawn");
      this.record.add(child.pid, mark);
      await waitUntilReady(start, child, logStart);
    } catch (error) {
      await stop(entry);
      throw error;
    }
    entry.expected = true;
  }

  /** Ends them in reverse order of their start; whoever ignores SIGTERM for 8 s is killed. */
  async stopAll(): Promise<void> {
    for (const child of this.children.toReversed()) await stop(child);
  }
}

function stop(child: Child): Promise<void> {
  child.expected = false;
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

async function waitUntilReady(start: Start, child: ChildProcess, logStart: number): Promise<void> {
  const { name, readyUrl, readyText = "", logFile } = start;
  const until = Date.now() + start.readyTimeoutMs;
  const ended = () => child.exitCode !== null || child.signalCode !== null;
  while (Date.now() < until && !ended()) {
    const answers = await fetch(readyUrl, { signal: AbortSignal.timeout(2_000) }).then(
      (response) => response.ok,
      () => false,
    );
    await pause(150);
    // Whoever lost its port to another program has ended by now, and it was the other that answered.
    if (answers && !ended() && (await readFile(logFile)).includes(readyText, logStart)) return;
  }
  throw new Error(`${name} did not get ready at ${readyUrl}. Its log ends with:\n${await tailOf(logFile)}`);
}

export async function tailOf(logFile: string): Promise<string> {
  const text = await readFile(logFile, "utf8").catch(() => "");
  return text.trim().split("\n").slice(-8).join("\n");
}
