import { withTenant } from "@/lib/server/db";
import { assertCan, type TenantContext } from "@/lib/server/tenants/context";
import { ArchiveExport, type DashboardSummary } from "@/lib/shared/dashboards/dashboard";
import type { Folder } from "@/lib/shared/dashboards/folder";
import { indentJson } from "@/lib/shared/dashboards/json-text/indent-json";
import { AppError } from "@/lib/shared/errors";
import { exportDatasources } from "../export/export-datasources";
import { type ExportFormat, readFormat, writeFormat } from "../export/export-formats";
import type { ExportInput } from "../export/exported-file";
import {
  datasourcesPath,
  datasourcesYaml,
  providerPath,
  providerYaml,
  provisionedPath,
  provisionedText,
} from "../export/provisioning-files";
import { terraformDashboard, terraformFolder } from "../export/terraform-file";
import { getDashboardText } from "../get-dashboard-text";
import { listDashboards } from "../list-dashboards";
import { listFolders } from "../list-folders";
import { parseStored } from "../parse-stored";
import { manifestPath } from "./archive-manifest";
import { folderPaths, foldersBelow } from "./folder-paths";
import { type FileToZip, writeZip } from "./write-zip";

interface Chosen {
  folders: Folder[];
  paths: Map<string, string>;
  dashboards: DashboardSummary[];
}

/** Many dashboards as one zip: `json` is the archive that imports again, the other formats are for other tools. */
export async function exportArchive(
  ctx: TenantContext,
  input: unknown,
): Promise<{ body: ReadableStream<Uint8Array>; fileName: string; dashboards: number }> {
  assertCan(ctx, "dashboard:read");
  const { folder: folderUid, uids, format } = ArchiveExport.parse(input);
  const known = readFormat(format);
  const all = (await listFolders(ctx)).items;
  if (folderUid !== null && !all.some(({ uid }) => uid === folderUid)) {
    throw new AppError("NOT_FOUND", `There is no folder "${folderUid.slice(0, 40)}" in this tenant.`);
  }
  const folders = foldersBelow(all, folderUid);
  const dashboards = await choose(ctx, {
    folderUid,
    folders,
    uids: uids ? new Set(uids) : null,
  });
  const chosen = { folders, paths: folderPaths(folders), dashboards };
  const name = `${ctx.tenant.slug}${folderUid === null ? "" : `-${folderUid}`}.${known === "json" ? "dashboards" : known}.zip`;
  return { body: writeZip(filesOf(ctx, chosen, known)), fileName: name, dashboards: dashboards.length };
}

async function choose(
  ctx: TenantContext,
  {
    folderUid,
    folders,
    uids,
  }: { folderUid: string | null; folders: Folder[]; uids: ReadonlySet<string> | null },
): Promise<DashboardSummary[]> {
  const inside = new Set<string | null>(folders.map(({ uid }) => uid));
  if (folderUid === null) inside.add(null);
  const found: DashboardSummary[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof listDashboards>> = await listDashboards(ctx, {
      limit: 500,
      cursor: cursor ?? undefined,
    });
    found.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return found.filter(({ uid, folderUid: of }) => (uids ? uids.has(uid) : inside.has(of)));
}

async function* filesOf(ctx: TenantContext, chosen: Chosen, format: ExportFormat): AsyncGenerator<FileToZip> {
  const datasources = await withTenant(ctx, (tx) => exportDatasources(tx, ctx));
  if (format === "json") yield { path: manifestPath, content: manifestOf(chosen) };
  if (format === "provisioning" && datasources.length > 0) {
    yield { path: datasourcesPath, content: datasourcesYaml(datasources) };
  }
  const seen = new Set<string | null>();
  const left: string[] = [];
  for (const { uid } of chosen.dashboards) {
    try {
      const { documentText: text, ...dashboard } = await getDashboardText(ctx, uid);
      const input: ExportInput = { dashboard, document: await parseStored(text), text, datasources };
      if (!seen.has(dashboard.folderUid)) yield* folderFiles(input, format);
      seen.add(dashboard.folderUid);
      yield await fileOf(input, format, chosen.paths.get(dashboard.folderUid ?? ""));
    } catch (error) {
      // One that is gone by now, or has no such form, does not take the others with it.
      if (!(error instanceof AppError)) throw error;
      left.push(`${uid}: ${error.message}`);
    }
  }
  if (left.length > 0) yield { path: "NOT-EXPORTED.txt", content: `${left.join("\n")}\n` };
}

function* folderFiles({ dashboard }: ExportInput, format: ExportFormat): Generator<FileToZip> {
  if (format === "provisioning") yield { path: providerPath(dashboard), content: providerYaml(dashboard) };
  if (format !== "terraform" || dashboard.folderUid === null) return;
  yield { path: `folder-${dashboard.folderUid}.tf`, content: terraformFolder(dashboard) };
}

async function fileOf(
  input: ExportInput,
  format: ExportFormat,
  folder: string | undefined,
): Promise<FileToZip> {
  if (format === "provisioning")
    return { path: provisionedPath(input), content: await provisionedText(input) };
  // Terraform reads one directory.
  if (format === "terraform")
    return { path: `${input.dashboard.uid}.tf`, content: await terraformDashboard(input) };
  const { fileName, body } = await writeFormat(format, input);
  return { path: folder ? `${folder}/${fileName}` : fileName, content: body };
}

function manifestOf({ folders, paths, dashboards }: Chosen): string {
  const manifest = {
    format: "panelsmith-archive",
    version: 1,
    folders: folders.map(({ uid, title }) => ({ path: paths.get(uid) ?? title, uid, title })),
    dashboards: dashboards.map(({ uid, folderUid }) => {
      const folder = paths.get(folderUid ?? "");
      return { path: folder ? `${folder}/${uid}.json` : `${uid}.json`, uid };
    }),
  };
  return `${indentJson(JSON.stringify(manifest))}\n`;
}
