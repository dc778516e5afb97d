import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { type RunningExporters, startExporters } from "../start-exporters.ts";

/** The exporters on free ports for the tests of a file, with a state of their own; they run once the tests do. */
export function runExporters(): () => RunningExporters {
  const folder = mkdtempSync(join(tmpdir(), "exporters-"));
  let running: RunningExporters;
  beforeAll(async () => {
    running = await startExporters({ basePort: 0, stateFile: join(folder, "state.json") });
  });
  afterAll(async () => {
    await running.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return () => running;
}
