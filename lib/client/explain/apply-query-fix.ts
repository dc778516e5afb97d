import { callApi, tenantApi } from "@/lib/client/api-client";
import { fetchDashboard } from "@/lib/client/dashboards/dashboard-requests";
import { replaceInQuery } from "@/lib/shared/dashboards/edit/replace-in-query";
import type { DashboardDocument } from "@/lib/shared/dashboards/reading-model";
import { AppError } from "@/lib/shared/errors";

interface QueryFix {
  tenant: string;
  uid: string;
  panelId: number;
  refId: string;
  from: string;
  to: string;
}

/** Saves the mended query as a new version; the answer takes it back by saving the document of before. */
export async function applyQueryFix(fix: QueryFix): Promise<() => Promise<void>> {
  const { tenant, uid, from, to } = fix;
  const { document, version } = await fetchDashboard(tenant, uid);
  const changed = replaceInQuery(document, fix, fix);
  if (changed === document) {
    throw new AppError("CONFLICT", "The query was changed meanwhile. Reload the page.");
  }
  const saved = await save(fix, changed, version, `Query ${fix.refId}: ${from} to ${to}`);
  return async () => {
    await save(fix, document, saved.version, `Query ${fix.refId}: ${to} back to ${from}`);
  };
}

function save(
  { tenant, uid }: QueryFix,
  document: DashboardDocument,
  version: number,
  message: string,
): Promise<{ version: number }> {
  const body = { document, version, message: message.slice(0, 200) };
  return callApi(tenantApi(tenant, `dashboards/${uid}`), { method: "PUT", body });
}
