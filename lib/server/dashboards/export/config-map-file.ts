import { stringify } from "yaml";
import { AppError } from "@/lib/shared/errors";
import { type ExportedFile, type ExportInput, indented, standaloneText } from "./exported-file";
import { kubernetesName } from "./kubernetes-name";
import { assertClassic } from "./schema-v2-files";

/** What etcd and the API server take for one ConfigMap; metadata is counted with it, to be on the safe side. */
export const maxConfigMapBytes = 1_048_576;

/** `kubectl apply` keeps the whole object a second time, in an annotation, and annotations end here. */
const maxAppliedBytes = 262_144;

const number = (bytes: number) => bytes.toLocaleString("en");

/** What is long loses its white space: the sidecar reads plain text only, nothing packed. */
async function fitting(text: string, uid: string, taken: number): Promise<string> {
  const room = maxConfigMapBytes - taken;
  const bytes = Buffer.byteLength(text);
  if (bytes <= room) {
    const laidOut = await indented(text);
    return Buffer.byteLength(laidOut) <= room ? laidOut : text;
  }
  throw new AppError(
    "INVALID_INPUT",
    `The dashboard "${uid}" has ${number(bytes)} bytes without white space; with its metadata a ConfigMap holds ${number(maxConfigMapBytes)} (1 MiB), which leaves ${number(room)}. Move panels into a second dashboard, or export it as JSON for file provisioning, as Terraform, or for the Grafana operator, which takes it compressed.`,
    { field: "format", uid, bytes, maxBytes: room },
  );
}

/** One ConfigMap a dashboard, for the sidecar of Grafana's Helm charts, which looks for the label. */
export async function configMapFile(input: ExportInput): Promise<ExportedFile> {
  assertClassic(input, "in a ConfigMap");
  const { uid, folderTitle } = input.dashboard;
  const head = {
    apiVersion: "v1",
    kind: "ConfigMap",
    metadata: {
      name: kubernetesName(`grafana-dashboard-${uid}`),
      namespace: "monitoring",
      labels: { grafana_dashboard: "1" },
      ...(folderTitle ? { annotations: { grafana_folder: folderTitle } } : {}),
    },
  };
  const key = `${uid}.json`;
  const taken = Buffer.byteLength(JSON.stringify({ ...head, data: { [key]: "" } }));
  const json = await fitting(await standaloneText(input), uid, taken);
  const hint =
    Buffer.byteLength(json) + taken > maxAppliedBytes
      ? "# Too long for a plain kubectl apply: use kubectl apply --server-side.\n"
      : "";
  const body = hint + stringify({ ...head, data: { [key]: json } }, { lineWidth: 0 });
  return { body, type: "application/yaml", fileName: `${uid}.configmap.yaml` };
}
