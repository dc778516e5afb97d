import { useMemo, useRef, useState } from "react";
import { useQueryClient } from "@/lib/client/queries";
import { folderMaker } from "./folder-maker";
import { addFiles, leftToImport } from "./import-plan";
import { type ImportOptions, sendImport } from "./import-requests";
import type { ArchivedFolders, DroppedFiles } from "./read-dropped-files";
import type { ImportFile, ReadableFile } from "./read-import-file";
import { type ImportState, runImport } from "./run-import";

export interface Import {
  files: readonly ImportFile[];
  states: ReadonlyMap<string, ImportState>;
  running: boolean;
  /** How many are through, of those that were started. */
  progress: { done: number; all: number };
  add: (dropped: DroppedFiles) => void;
  remove: (path: string) => void;
  clear: () => void;
  /** Imports what is not in yet, or these alone. */
  start: (
    options: ImportOptions,
    only?: readonly ReadableFile[],
  ) => Promise<ReadonlyMap<string, ImportState>>;
  cancel: () => void;
}

const isOver = ({ kind }: ImportState) => kind !== "waiting" && kind !== "running";

/** The files of an import and how far it has come. */
export function useImport(tenant: string): Import {
  const queryClient = useQueryClient();
  const [files, setFiles] = useState<readonly ImportFile[]>([]);
  const [folders, setFolders] = useState<ArchivedFolders>({});
  const [states, setStates] = useState<ReadonlyMap<string, ImportState>>(new Map());
  const [running, setRunning] = useState(false);
  const abort = useRef<AbortController>(null);
  const progress = useMemo(() => {
    const all = [...states.values()];
    return { done: all.filter(isOver).length, all: all.length };
  }, [states]);

  async function start(options: ImportOptions, only?: readonly ReadableFile[]) {
    const chosen = only ?? leftToImport({ files, states });
    const controller = new AbortController();
    abort.current = controller;
    const folderOf = folderMaker(tenant, options.folderUid, folders);
    let latest = new Map(states);
    const onState = (path: string, state: ImportState) => {
      latest = new Map(latest).set(path, state);
      setStates(latest);
    };
    for (const { path } of chosen) latest.set(path, { kind: "waiting" });
    setRunning(true);
    await runImport({
      files: chosen,
      signal: controller.signal,
      onState,
      send: async (file, signal) =>
        sendImport(tenant, file, { ...options, folderUid: await folderOf(file.path) }, signal),
    });
    setRunning(false);
    void queryClient.invalidateQueries();
    return latest;
  }

  return {
    files,
    states,
    running,
    progress,
    add: (dropped) => {
      setFiles((before) => addFiles(before, dropped.files));
      setFolders((before) => ({ ...before, ...dropped.folders }));
    },
    remove: (path) => setFiles((before) => before.filter((file) => file.path !== path)),
    clear: () => {
      setFiles([]);
      setStates(new Map());
    },
    start,
    cancel: () => abort.current?.abort(),
  };
}
