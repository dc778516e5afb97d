import type { ImportFile, ImportInput, ReadableFile } from "./read-import-file";
import type { ImportState } from "./run-import";

export function isReadable(file: ImportFile): file is ReadableFile {
  return !("problem" in file);
}

/** One mapping for all: inputs of the same name are the same question. */
export function inputsOf(files: readonly ImportFile[]): ImportInput[] {
  const inputs = new Map<string, ImportInput>();
  for (const file of files.filter(isReadable)) {
    for (const input of file.inputs) if (!inputs.has(input.name)) inputs.set(input.name, input);
  }
  return [...inputs.values()];
}

export interface FixChoice {
  id: string;
  /** What is odd, and what mends it, as the first of them says. */
  message: string;
  label: string;
  findings: number;
  files: number;
}

/** The fixes that can be taken, each for all files at once, the most frequent first. */
export function fixesOf(files: readonly ImportFile[]): FixChoice[] {
  const choices = new Map<string, FixChoice & { paths: Set<string> }>();
  for (const file of files.filter(isReadable)) {
    for (const { id, message, fix } of file.findings) {
      if (!fix) continue;
      const choice = choices.get(id) ?? {
        id,
        message,
        label: fix.label,
        findings: 0,
        files: 0,
        paths: new Set(),
      };
      choice.findings += 1;
      choice.paths.add(file.path);
      choices.set(id, choice);
    }
  }
  return [...choices.values()]
    .map(({ paths, ...choice }) => ({ ...choice, files: paths.size }))
    .toSorted((a, b) => b.findings - a.findings);
}

/** Paths tell files apart: the same one again is the newer reading of it. */
export function addFiles(before: readonly ImportFile[], added: readonly ImportFile[]): ImportFile[] {
  const paths = new Set(added.map(({ path }) => path));
  return [...before.filter(({ path }) => !paths.has(path)), ...added];
}

const isIn = (state: ImportState | undefined) =>
  state !== undefined && ["created", "replaced", "unchanged"].includes(state.kind);

interface Progressing {
  files: readonly ImportFile[];
  states: ReadonlyMap<string, ImportState>;
}

/** What can be read and is not in yet. */
export function leftToImport({ files, states }: Progressing): ReadableFile[] {
  return files.filter(isReadable).filter(({ path }) => !isIn(states.get(path)));
}

export function countLeft(progressing: Progressing): number {
  return leftToImport(progressing).length;
}

/** What needs a person first, then the rest as it came. */
export function byNeed({ files, states }: Progressing): ImportFile[] {
  const rank = (file: ImportFile) => {
    if (!isReadable(file)) return 0;
    return states.get(file.path)?.kind === "failed" ? 1 : 2;
  };
  return files.toSorted((a, b) => rank(a) - rank(b));
}
