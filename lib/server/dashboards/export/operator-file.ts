import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { stringify } from "yaml";
import { toPortable } from "@/lib/shared/dashboards/export/to-portable";
import { isV2Document } from "@/lib/shared/dashboards/schema-v2/find-v2-spec";
import { isJsonObject, type JsonObject } from "@/lib/shared/json";
import { maxConfigMapBytes } from "./config-map-file";
import { type ExportedFile, type ExportInput, indented, spelled } from "./exported-file";
import { kubernetesName } from "./kubernetes-name";
import { toV2Resource } from "./schema-v2-files";

const instanceSelector = { matchLabels: { dashboards: "grafana" } };

/** A GrafanaDashboard of the Grafana operator 5; a document of schema v2 travels as a GrafanaManifest. */
export async function operatorFile(input: ExportInput): Promise<ExportedFile> {
  const { uid } = input.dashboard;
  const isV2 = isV2Document(input.document);
  const resource = {
    apiVersion: "grafana.integreatly.org/v1beta1",
    kind: isV2 ? "GrafanaManifest" : "GrafanaDashboard",
    metadata: { name: kubernetesName(uid) },
    spec: isV2 ? { instanceSelector, template: toV2Resource(input.document, uid) } : await classicSpec(input),
  };
  const body = stringify(resource, { lineWidth: 0 });
  return { body, type: "application/yaml", fileName: `${uid}.grafanadashboard.yaml` };
}

async function classicSpec(input: ExportInput) {
  const { uid, folderTitle } = input.dashboard;
  const portable = { ...toPortable(input.document, input.datasources), uid };
  return {
    instanceSelector,
    ...(folderTitle ? { folder: folderTitle } : {}),
    datasources: inputsOf(portable),
    ...(await content(await spelled(portable, input))),
  };
}

function inputsOf({ __inputs: inputs }: JsonObject) {
  return (Array.isArray(inputs) ? inputs.filter(isJsonObject) : []).flatMap(({ type, name, label }) =>
    type === "datasource" ? [{ inputName: name, datasourceName: label }] : [],
  );
}

/** A resource holds about as much as a ConfigMap; the operator unpacks what is longer. */
async function content(text: string): Promise<{ json: string } | { gzipJson: string }> {
  const most = maxConfigMapBytes - 10_000;
  const laidOut = Buffer.byteLength(text) < most ? await indented(text) : "";
  if (laidOut && Buffer.byteLength(laidOut) < most) return { json: laidOut };
  return { gzipJson: (await promisify(gzip)(text)).toString("base64") };
}
