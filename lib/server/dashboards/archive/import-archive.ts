import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { giveWay } from "@/lib/server/give-way";
import { inLargeTurn } from "@/lib/server/http/large-turn";
import { assertCan, type TenantContext } from "@/lib/server/tenants/context";
import { type ArchivedFile, ArchiveImport } from "@/lib/shared/dashboards/dashboard";
import { folderPathOf } from "@/lib/shared/dashboards/import-forms/folder-path";
import type { ImportPart } from "@/lib/shared/dashboards/import-forms/import-part";
import { decodeJson } from "@/lib/shared/dashboards/json-text/decode-json";
import { minifyJson } from "@/lib/shared/dashboards/json-text/minify-json";
import { parseJson } from "@/lib/shared/dashboards/json-text/parse-json";
import { AppError } from "@/lib/shared/errors";
import { importDashboard } from "../import-dashboard";
import { maxDocumentBody } from "../read-document";
import { ArchiveManifest, manifestPath } from "./archive-manifest";
import { folderKeeper } from "./ensure-folder";
import { isDashboardFile, readArchivedFile } from "./read-archived-file";
import { readZip, type ZippedFile } from "./read-zip";

const maxUnpackedBytes = 1_000_000_000;

/**
 * Imports every dashboard of a zip, one transaction each, and tells of each as it is done: what was told as imported
 * is stored. Folders of the zip become folders below `folderUid`. A file that is no dashboard does not stop the rest,
 * and importing the same archive again does only what is missing.
 */
export async function* importArchive(
  ctx: TenantContext,
  input: unknown,
  body: AsyncIterable<Uint8Array>,
): AsyncGenerator<ArchivedFile> {
  assertCan(ctx, "dashboard:write");
  const options = ArchiveImport.parse(input);
  const folders = folderKeeper(ctx, options.folderUid);
  const limits = { fileBytes: maxDocumentBody, totalBytes: maxUnpackedBytes, wanted: isDashboardFile };
  const run: Run = { ctx, options, folders, uids: new Map(), outage: null };
  for await (const file of readZip(body, limits)) {
    if (file.path === manifestPath) {
      const manifest = readManifest(file);
      folders.learn(manifest);
      for (const { path, uid } of manifest.dashboards) run.uids.set(path, uid);
    } else if (run.outage !== null) yield failed(file.path, reasonOf(run.outage));
    else yield* await inLargeTurn(file.bytes?.length ?? 0, () => importFile(run, file));
  }
}

interface Run {
  ctx: TenantContext;
  options: z.infer<typeof ArchiveImport>;
  folders: ReturnType<typeof folderKeeper>;
  /** From our own archives, by path: for documents that name none. */
  uids: Map<string, string>;
  /** While the database is away, what follows is told at once instead of waiting for each. */
  outage: Error | null;
}

/** What became of the dashboards of one file. */
async function importFile(run: Run, file: ZippedFile): Promise<ArchivedFile[]> {
  const told: ArchivedFile[] = [];
  for (const part of await readArchivedFile(file)) {
    if ("problem" in part) told.push(failed(part.path, part.problem));
    else if (run.outage !== null) told.push(failed(part.path, reasonOf(run.outage)));
    else {
      const result = await attempt(() => importPart(run, file, part));
      if (!(result instanceof Error)) told.push(result);
      else {
        if (databaseFault(result) !== null) run.outage = result;
        told.push(failed(part.path, reasonOf(result)));
      }
    }
  }
  return told;
}

const DatabaseFault = z.object({ upstream: z.literal("database"), reason: z.literal("full").optional() });

function databaseFault(error: unknown): "away" | "full" | null {
  const fault = DatabaseFault.safeParse(error instanceof AppError ? error.details : null);
  return fault.success ? (fault.data.reason ?? "away") : null;
}

/** A short outage is waited for. */
async function attempt(work: () => Promise<ArchivedFile>): Promise<ArchivedFile | Error> {
  try {
    return await work().catch(async (error) => {
      if (databaseFault(error) !== "away") throw error;
      await pause(1_000);
      return work();
    });
  } catch (error) {
    return error instanceof Error ? error : new Error("unknown");
  }
}

const outages = {
  away: "the database cannot be reached. Import the archive again",
  full: "the disk of the database is full. Make room there, then import the archive again",
};

function reasonOf(error: Error): string {
  const fault = databaseFault(error);
  if (fault !== null) return `Not imported: ${outages[fault]}; what is there already stays as it is.`;
  if (error instanceof AppError) return error.message;
  if (error instanceof z.ZodError) return error.issues[0]?.message ?? "It is not valid.";
  return "Something went wrong with it here. Import it by itself to learn more.";
}

function failed(path: string, message: string): ArchivedFile {
  return { path, outcome: "failed", uid: null, title: null, message };
}

function readManifest({ bytes }: ZippedFile): z.infer<typeof ArchiveManifest> {
  const reading = parseJson(bytes ? (decodeJson(bytes) ?? "") : "");
  const manifest = ArchiveManifest.safeParse("value" in reading ? reading.value : null);
  return manifest.data ?? { format: "panelsmith-archive", version: 1, folders: [], dashboards: [] };
}

async function importPart(
  { ctx, options, folders, uids }: Run,
  file: ZippedFile,
  { path, text, value }: Exclude<ImportPart, { problem: string }>,
): Promise<ArchivedFile> {
  await giveWay(text.length);
  const folderUid = await folders.ensure(folderPathOf(file.path));
  const message = `Imported from ${path}`.slice(0, 500);
  const input = { ...options, folderUid, uid: uids.get(path), document: value, message };
  const { outcome, uid, title } = await importDashboard(ctx, input, minifyJson(text));
  return { path, outcome, uid, title, message: null };
}
