import { callApi, tenantApi } from "@/lib/client/api-client";
import { createDashboard, fetchDashboard } from "@/lib/client/dashboards/dashboard-requests";
import { blankDocument } from "@/lib/shared/dashboards/edit/blank-document";
import { newPanel } from "@/lib/shared/dashboards/edit/new-panel";
import { addPanel, nextPanelId } from "@/lib/shared/dashboards/edit/panels";
import { storedDatasource } from "@/lib/shared/dashboards/edit/stored-datasource";
import { nextRefId } from "@/lib/shared/dashboards/edit/targets";
import { readDashboard } from "@/lib/shared/dashboards/read-dashboard";
import type { JsonObject } from "@/lib/shared/json";

export interface PanelWish {
  tenant: string;
  /** Null makes a new dashboard, named as the panel. */
  dashboardUid: string | null;
  title: string;
  type: string;
  exprs: readonly string[];
  datasource: string;
}

/** Adds the panel to the dashboard and saves it as a version; the answer is where its editor opens. */
export async function makePanel(wish: PanelWish): Promise<string> {
  const { tenant, dashboardUid, title } = wish;
  if (dashboardUid === null) {
    const document = withPanel(blankDocument(title), wish);
    const { uid } = await createDashboard(tenant, { document, message: "From Explore" });
    return editorOf(tenant, uid, 1);
  }
  const { document, version } = await fetchDashboard(tenant, dashboardUid);
  const panelId = nextPanelId(document);
  const body = { document: withPanel(document, wish), version, message: `Panel ${title} from Explore` };
  await callApi(tenantApi(tenant, `dashboards/${dashboardUid}`), { method: "PUT", body });
  return editorOf(tenant, dashboardUid, panelId);
}

/** The document with the panel below all others. */
export function withPanel(
  document: JsonObject,
  { title, type, exprs, datasource }: Pick<PanelWish, "title" | "type" | "exprs" | "datasource">,
): JsonObject {
  const once: JsonObject = type === "table" ? { instant: true, format: "table" } : {};
  const targets: JsonObject[] = [];
  for (const expr of exprs) targets.push({ refId: nextRefId(targets), expr, legendFormat: "", ...once });
  const panel = newPanel(readDashboard(document));
  const { datasource: before, ...rest } = panel;
  const stored = storedDatasource(datasource, before, document.schemaVersion);
  return addPanel(document, {
    ...rest,
    type,
    title,
    ...(stored === undefined ? {} : { datasource: stored }),
    targets,
  });
}

function editorOf(tenant: string, uid: string, panelId: number): string {
  return `/t/${tenant}/d/${uid}/edit?editPanel=${panelId}`;
}
