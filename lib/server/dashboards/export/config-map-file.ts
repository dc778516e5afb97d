import { stringify } from "yaml";
import { AppError } from "@/lib/shared/errors";
import { type ExportedFile, type ExportInput, indented, standaloneText } from "./exported-file";
import { kubernetesName } from "./kubernetes-name";
import { assertClassic } from "./schema-v2-files";

/** What etcd and the API server take for the data of one ConfigMap. */
export const maxConfigMapBytes = 1_048_576;

/** One ConfigMap a dashboard, so that a folder is split by itself; what is long loses its white space. */
function readable(text: string, uid: string): string {
  const room = maxConfigMapBytes - uid.length - ".json".length;
  const laidOut = indented(text);
  if (Buffer.byteLength(laidOut) <= room) return laidOut;
  const bytes = Buffer.byteLength(text);
  if (bytes <= room) return text;
  throw new AppError(
    "INVALID_INPUT",
    `The dashboard "${uid}" has ${(bytes / 1_048_576).toFixed(1)} MiB; a ConfigMap holds 1 MiB. Export it for the Grafana operator, which takes it compressed, or as Terraform.`,
    { field: "format", uid, bytes, maxBytes: maxConfigMapBytes },
  );
}

/** For the sidecar of Grafana's Helm charts, which looks for the label. */
export function configMapFile(input: ExportInput): ExportedFile {
  assertClassic(input, "in a ConfigMap");
  const { uid, folderTitle } = input.dashboard;
  const resource = {
    apiVersion: "v1",
    kind: "ConfigMap",
    metadata: {
      name: kubernetesName(`grafana-dashboard-${uid}`),
      namespace: "monitoring",
      labels: { grafana_dashboard: "1" },
      ...(folderTitle ? { annotations: { grafana_folder: folderTitle } } : {}),
    },
    data: { [`${uid}.json`]: readable(standaloneText(input), uid) },
  };
  const body = stringify(resource, { lineWidth: 0 });
  return { body, type: "application/yaml", fileName: `${uid}.configmap.yaml` };
}
