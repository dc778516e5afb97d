import { callApi, callApiText, tenantApi } from "@/lib/client/api-client";
import type { ImportResult } from "@/lib/shared/dashboards/dashboard";
import { memberText } from "@/lib/shared/dashboards/json-text/scan-json";
import type { TargetDashboard } from "@/lib/shared/publish/target-dashboard";
import type { ReadableFile } from "./read-import-file";

export interface ImportOptions {
  folderUid: string | null;
  overwrite: boolean;
  /** Ids of findings whose fix is to be made. */
  fixes: readonly string[];
  inputs: Readonly<Record<string, string>>;
}

/** Sends the text as it was written: a browser's own JSON would lose digits. */
export function sendImport(
  tenant: string,
  file: ReadableFile,
  { inputs, ...options }: ImportOptions,
  signal: AbortSignal,
): Promise<ImportResult> {
  const own = file.inputs.map(({ name, value }) => [name, inputs[name] ?? value]);
  const rest = {
    ...options,
    ...(file.uid === undefined ? {} : { uid: file.uid }),
    ...(own.length > 0 ? { inputs: Object.fromEntries(own) } : {}),
  };
  const bodyText = `{"document":${file.text},${JSON.stringify(rest).slice(1)}`;
  return callApi(tenantApi(tenant, "dashboards/import"), { method: "POST", bodyText, signal });
}

export async function listTargetDashboards(tenant: string, target: string): Promise<TargetDashboard[]> {
  const path = tenantApi(tenant, `grafana-targets/${target}/dashboards`);
  return (await callApi<{ items: TargetDashboard[] }>(path)).items;
}

/** The document of a dashboard in a target's Grafana, as it is written there. */
export async function fetchTargetDocument(tenant: string, target: string, uid: string): Promise<string> {
  const path = tenantApi(tenant, `grafana-targets/${target}/dashboards/${encodeURIComponent(uid)}`);
  return memberText(await callApiText(path), "document") ?? "";
}
