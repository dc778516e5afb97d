import { type ExportedFile, type ExportInput, indented, standaloneText } from "./exported-file";
import { assertClassic } from "./schema-v2-files";

/** In a string or heredoc of Terraform both of these would begin a template. */
function escapeTemplates(text: string): string {
  return text.replaceAll("${", "$$$${").replaceAll("%{", "%%{");
}

function quoted(text: string): string {
  // HCL knows fewer escapes than JSON.
  const json = JSON.stringify(text).replaceAll("\\b", "\\u0008").replaceAll("\\f", "\\u000c");
  return escapeTemplates(json);
}

function labelOf(uid: string): string {
  return uid.replace(/^[^A-Za-z_]/, "_$&");
}

/** The folder of a dashboard as `grafana_folder`; empty for the top level. */
export function terraformFolder({ folderUid, folderTitle }: ExportInput["dashboard"]): string {
  if (folderUid === null || folderTitle === null) return "";
  return `resource "grafana_folder" "${labelOf(folderUid)}" {\n  uid   = "${folderUid}"\n  title = ${quoted(folderTitle)}\n}\n`;
}

export async function terraformDashboard(input: ExportInput): Promise<string> {
  assertClassic(input, "for Terraform");
  const { uid, folderUid } = input.dashboard;
  const folder = folderUid === null ? "" : `  folder      = grafana_folder.${labelOf(folderUid)}.uid\n`;
  const json = escapeTemplates(await indented(await standaloneText(input)));
  return `resource "grafana_dashboard" "${labelOf(uid)}" {\n${folder}  config_json = <<EOT\n${json}EOT\n}\n`;
}

export async function terraformFile(input: ExportInput): Promise<ExportedFile> {
  const parts = [terraformFolder(input.dashboard), await terraformDashboard(input)].filter(Boolean);
  const fileName = `${input.dashboard.uid}.tf`;
  return { body: parts.join("\n"), type: "text/plain; charset=utf-8", fileName };
}
