import { strToU8, type Zippable, zipSync } from "fflate";
import { exportArchive } from "@/lib/server/dashboards/archive/export-archive";
import { importArchive } from "@/lib/server/dashboards/archive/import-archive";
import type { TestTenant } from "./create-test-tenant";

export const json = (value: unknown) => strToU8(JSON.stringify(value));

async function* inPieces(bytes: Uint8Array, size = 1_000): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** Imports an archive that arrives piece by piece. */
export async function load(ctx: TestTenant["editor"], files: Zippable | Uint8Array, options: object = {}) {
  const bytes = files instanceof Uint8Array ? files : zipSync(files);
  return Array.fromAsync(importArchive(ctx, options, inPieces(bytes)));
}

/** Exports an archive as one piece. */
export async function save(
  ctx: TestTenant["viewer"],
  choice: { folderUid?: string; uids?: string[]; format?: string } = {},
) {
  const { folderUid = null, uids, format = "json" } = choice;
  const { body } = await exportArchive(ctx, { folder: folderUid, uids, format });
  return new Uint8Array(await new Response(body).arrayBuffer());
}
