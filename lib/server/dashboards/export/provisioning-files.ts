import { stringify } from "yaml";
import { writeZip } from "../archive/write-zip";
import {
  type ExportedDatasource,
  type ExportedFile,
  type ExportInput,
  indented,
  resourceName,
  standaloneText,
} from "./exported-file";
import { kubernetesName } from "./kubernetes-name";
import { assertClassic } from "./schema-v2-files";

type Place = Pick<ExportInput["dashboard"], "folderUid" | "folderTitle">;

function directoryOf({ folderUid, folderTitle }: Place): string {
  return folderUid === null ? "general" : resourceName(folderTitle ?? "", kubernetesName(folderUid));
}

/** Where Grafana finds the dashboards of a folder; one provider a folder. */
export function providerYaml(place: Place, name = directoryOf(place)): string {
  const { folderUid, folderTitle } = place;
  return stringify({
    apiVersion: 1,
    providers: [
      {
        name: `panelsmith-${name}`,
        orgId: 1,
        folder: folderTitle ?? "",
        ...(folderUid === null ? {} : { folderUid }),
        type: "file",
        disableDeletion: false,
        updateIntervalSeconds: 10,
        allowUiUpdates: false,
        options: { path: `/var/lib/grafana/dashboards/${directoryOf(place)}` },
      },
    ],
  });
}

/** Grafana reads through the console, which holds it to the tenant's series. The token stays out of the file. */
export function datasourcesYaml(datasources: readonly ExportedDatasource[]): string {
  const list = datasources.map(({ uid, name, isDefault, gatewayUrl }) => ({
    name,
    uid,
    type: "prometheus",
    access: "proxy",
    orgId: 1,
    url: gatewayUrl,
    isDefault,
    editable: false,
    jsonData: { httpMethod: "POST", httpHeaderName1: "Authorization" },
    secureJsonData: { httpHeaderValue1: "Bearer $PANELSMITH_TOKEN" },
  }));
  const hint =
    "# Make an API token of the role viewer in the console and give it to Grafana as the environment variable\n" +
    "# PANELSMITH_TOKEN. Set PANELSMITH_URL in the console when the addresses below are not the ones Grafana reaches.\n";
  return hint + stringify({ apiVersion: 1, datasources: list });
}

/** The files of one dashboard, by their path under Grafana's provisioning. */
export function provisionedPath(input: ExportInput): string {
  return `dashboards/${directoryOf(input.dashboard)}/${input.dashboard.uid}.json`;
}

export async function provisionedText(input: ExportInput): Promise<string> {
  assertClassic(input, "for file provisioning");
  return indented(await standaloneText(input));
}

export function providerPath(place: Place): string {
  return `provisioning/dashboards/${directoryOf(place)}.yaml`;
}

export const datasourcesPath = "provisioning/datasources/panelsmith.yaml";

export async function provisioningFile(input: ExportInput): Promise<ExportedFile> {
  const { uid } = input.dashboard;
  const provider = {
    path: `provisioning/dashboards/${kubernetesName(uid)}.yaml`,
    content: providerYaml(input.dashboard, uid),
  };
  const files = [provider, { path: provisionedPath(input), content: await provisionedText(input) }];
  if (input.datasources.length > 0)
    files.push({ path: datasourcesPath, content: datasourcesYaml(input.datasources) });
  return { body: writeZip(files), type: "application/zip", fileName: `${uid}.provisioning.zip` };
}
