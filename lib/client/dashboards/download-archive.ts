import { callApiStream, tenantApi } from "@/lib/client/api-client";
import { handOver } from "@/lib/client/download-file";
import { zipEntryCounter } from "./count-zip-entries";

export interface ArchiveChoice {
  /** A folder with all below it; without it and `uids` the whole tenant. */
  folder?: string;
  uids?: readonly string[];
}

interface ArchiveProgress {
  done: number;
  all: number;
}

/** Fetches many dashboards as one zip, telling how far it is, and hands it to the person. */
export async function downloadArchive(
  tenant: string,
  choice: ArchiveChoice & { format: string },
  { signal, onProgress }: { signal: AbortSignal; onProgress: (progress: ArchiveProgress) => void },
): Promise<void> {
  const path = tenantApi(tenant, "dashboard-archive/export");
  const { response, fileName } = await callApiStream(path, { body: choice, signal });
  const all = Number(response.headers.get("x-dashboards") ?? 0);
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const count = zipEntryCounter();
  const reader = response.body?.getReader();
  for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
    parts.push(next.value);
    onProgress({ done: Math.min(count(next.value), all), all });
  }
  handOver(new Blob(parts, { type: "application/zip" }), fileName);
}
