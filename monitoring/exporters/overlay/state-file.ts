import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { z } from "zod";
import { emptyState, SystemState } from "./state.ts";

const StoredStates = z.object({ version: z.literal(1), systems: z.record(z.string(), SystemState) });

/** Keeps what load and faults added, so that a restart does not take counters back. Without a file it lives in memory. */
export class StateFile {
  private readonly file: string | undefined;
  private systems: Record<string, SystemState>;

  constructor(file: string | undefined) {
    this.file = file;
    this.systems = file ? readStates(file) : {};
  }

  get(system: string): SystemState {
    return this.systems[system] ?? emptyState();
  }

  set(system: string, state: SystemState): void {
    this.systems = { ...this.systems, [system]: state };
    if (!this.file) return;
    mkdirSync(dirname(this.file), { recursive: true });
    const fresh = `${this.file}.${process.pid}.new`;
    writeFileSync(fresh, JSON.stringify({ version: 1, systems: this.systems }));
    renameSync(fresh, this.file);
  }
}

function readStates(file: string): Record<string, SystemState> {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return {};
    throw error;
  }
  try {
    return StoredStates.parse(JSON.parse(text)).systems;
  } catch {
    throw new Error(`The exporter state in ${file} cannot be read. Delete the file to start without it.`);
  }
}
