import type { ImportOutcome } from "@/lib/shared/dashboards/dashboard";
import { AppError } from "@/lib/shared/errors";
import type { ReadableFile } from "./read-import-file";

export type ImportState =
  | { kind: "waiting" }
  | { kind: "running" }
  | { kind: ImportOutcome; uid: string }
  /** `taken`: a dashboard of this uid is there and was not to be replaced. */
  | { kind: "failed"; message: string; taken: boolean }
  | { kind: "cancelled" };

export interface ImportRun {
  files: readonly ReadableFile[];
  send: (file: ReadableFile, signal: AbortSignal) => Promise<{ uid: string; outcome: ImportOutcome }>;
  onState: (path: string, state: ImportState) => void;
  signal: AbortSignal;
}

const atOnce = 3;

/** Imports the files, a few at a time. One that fails does not stop the rest; what was sent when cancelled may be there. */
export async function runImport({ files, send, onState, signal }: ImportRun): Promise<void> {
  const queue = [...files];
  const work = async () => {
    for (let file = queue.shift(); file; file = queue.shift()) {
      if (signal.aborted) {
        onState(file.path, { kind: "cancelled" });
        continue;
      }
      onState(file.path, { kind: "running" });
      onState(file.path, await importOne(file, send, signal));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}

async function importOne(
  file: ReadableFile,
  send: ImportRun["send"],
  signal: AbortSignal,
): Promise<ImportState> {
  try {
    const { uid, outcome } = await send(file, signal);
    return { kind: outcome, uid };
  } catch (error) {
    if (signal.aborted) return { kind: "cancelled" };
    const message = error instanceof Error ? error.message : "It could not be imported.";
    return { kind: "failed", message, taken: error instanceof AppError && error.code === "CONFLICT" };
  }
}
