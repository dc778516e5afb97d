import { strToU8, zipSync } from "fflate";
import { stringify } from "yaml";
import type { Dashboard } from "@/lib/shared/dashboards/dashboard";
import { type KnownDatasource, toPortable } from "@/lib/shared/dashboards/export/to-portable";
import { toStandalone } from "@/lib/shared/dashboards/export/to-standalone";

export interface ExportedFile {
  body: string | Uint8Array<ArrayBuffer>;
  type: string;
  fileName: string;
}

export interface ExportInput {
  dashboard: Dashboard;
  datasources: readonly KnownDatasource[];
}

const indented = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
const defaultFolder = "General";

function standalone({ dashboard, datasources }: ExportInput) {
  return toStandalone(dashboard.document, dashboard.uid, datasources[0]?.uid ?? "prometheus");
}

/** A Kubernetes name: lower case, digits and dashes. */
function resourceName(uid: string): string {
  return (
    uid
      .toLowerCase()
      .replace(/[^a-z0-9-]+/g, "-")
      .replace(/^-+|-+$/g, "") || "dashboard"
  );
}

function jsonFile({ dashboard }: ExportInput): ExportedFile {
  return { body: indented(dashboard.document), type: "application/json", fileName: `${dashboard.uid}.json` };
}

function portableFile({ dashboard, datasources }: ExportInput): ExportedFile {
  const body = indented(toPortable(dashboard.document, datasources));
  return { body, type: "application/json", fileName: `${dashboard.uid}.portable.json` };
}

function configMapFile(input: ExportInput): ExportedFile {
  const { uid, folderTitle } = input.dashboard;
  const resource = {
    apiVersion: "v1",
    kind: "ConfigMap",
    metadata: {
      name: `grafana-dashboard-${resourceName(uid)}`,
      namespace: "monitoring",
      labels: { grafana_dashboard: "1" },
      ...(folderTitle ? { annotations: { grafana_folder: folderTitle } } : {}),
    },
    data: { [`${uid}.json`]: indented(standalone(input)) },
  };
  return {
    body: stringify(resource, { lineWidth: 0 }),
    type: "application/yaml",
    fileName: `${uid}.configmap.yaml`,
  };
}

function operatorFile(input: ExportInput): ExportedFile {
  const { uid, folderTitle, document } = input.dashboard;
  const portable = toPortable(document, input.datasources);
  const inputs = Array.isArray(portable.__inputs) ? portable.__inputs : [];
  const datasources = inputs.flatMap((one) =>
    typeof one === "object" && one !== null && "label" in one && one.type === "datasource"
      ? [{ inputName: one.name, datasourceName: one.label }]
      : [],
  );
  const resource = {
    apiVersion: "grafana.integreatly.org/v1beta1",
    kind: "GrafanaDashboard",
    metadata: { name: resourceName(uid) },
    spec: {
      instanceSelector: { matchLabels: { dashboards: "grafana" } },
      ...(folderTitle ? { folder: folderTitle } : {}),
      datasources,
      json: indented({ ...portable, uid }),
    },
  };
  return {
    body: stringify(resource, { lineWidth: 0 }),
    type: "application/yaml",
    fileName: `${uid}.grafanadashboard.yaml`,
  };
}

/** In a string or heredoc of Terraform both of these would begin a template. */
function escapeTemplates(text: string): string {
  return text.replace(/([$%])\{/g, (_, sign: string) => `${sign}${sign}{`);
}

function terraformFile(input: ExportInput): ExportedFile {
  const { uid, folderTitle } = input.dashboard;
  const label = uid.replace(/^[^A-Za-z_]/, "_$&");
  const json = escapeTemplates(indented(standalone(input)));
  const folderName = escapeTemplates(JSON.stringify(folderTitle));
  const folder = folderTitle ? `resource "grafana_folder" "${label}" {\n  title = ${folderName}\n}\n\n` : "";
  const folderLine = folderTitle ? `  folder      = grafana_folder.${label}.uid\n` : "";
  const body = `${folder}resource "grafana_dashboard" "${label}" {\n${folderLine}  config_json = <<EOT\n${json}EOT\n}\n`;
  return { body, type: "text/plain; charset=utf-8", fileName: `${uid}.tf` };
}

function provisioningFile(input: ExportInput): ExportedFile {
  const { uid, folderTitle } = input.dashboard;
  const provider = {
    apiVersion: 1,
    providers: [
      {
        name: `panelsmith-${uid}`,
        orgId: 1,
        folder: folderTitle ?? "",
        type: "file",
        disableDeletion: false,
        updateIntervalSeconds: 10,
        allowUiUpdates: false,
        options: { path: `/var/lib/grafana/dashboards/${resourceName(folderTitle ?? defaultFolder)}` },
      },
    ],
  };
  const body = zipSync({
    [`provisioning/dashboards/${resourceName(uid)}.yaml`]: strToU8(stringify(provider)),
    [`dashboards/${resourceName(folderTitle ?? defaultFolder)}/${uid}.json`]: strToU8(
      indented(standalone(input)),
    ),
  });
  return { body, type: "application/zip", fileName: `${uid}.provisioning.zip` };
}

/** One way to write a dashboard a format; a new one is one line here. */
export const exportFormats = {
  json: jsonFile,
  portable: portableFile,
  configmap: configMapFile,
  operator: operatorFile,
  terraform: terraformFile,
  provisioning: provisioningFile,
} as const satisfies Record<string, (input: ExportInput) => ExportedFile>;
