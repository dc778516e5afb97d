import { callApi, tenantApi } from "@/lib/client/api-client";
import type { Dashboard, DashboardSummary, TemplateWithDocument } from "@/lib/shared/dashboards/dashboard";
import type { JsonObject } from "@/lib/shared/json";

export function fetchDashboard(tenant: string, uid: string): Promise<Dashboard> {
  return callApi<Dashboard>(tenantApi(tenant, `dashboards/${uid}`));
}

export function createDashboard(
  tenant: string,
  input: { document: JsonObject; folderUid?: string | null; message?: string },
): Promise<DashboardSummary> {
  return callApi(tenantApi(tenant, "dashboards"), { method: "POST", body: input });
}

/** A template as a dashboard of one's own: without uid, so that the console gives it a new one. */
export async function createFromTemplate(
  tenant: string,
  templateUid: string,
  folderUid: string | null,
): Promise<DashboardSummary> {
  const template = await callApi<TemplateWithDocument>(tenantApi(tenant, `templates/${templateUid}`));
  const { uid: _uid, id: _id, ...document } = template.document;
  return createDashboard(tenant, { document, folderUid, message: `From the template ${template.title}` });
}
