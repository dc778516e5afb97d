import { z } from "zod";
import { memberText } from "@/lib/shared/dashboards/json-text/scan-json";
import type { JsonObject } from "@/lib/shared/json";
import type { RemoteDashboard } from "@/lib/shared/publish/remote-dashboard";
import type { GrafanaConnection } from "./connection";
import { GrafanaFailure } from "./grafana-failure";
import { requestGrafana } from "./request-grafana";

const Document = z.custom<JsonObject>(
  (value) => typeof value === "object" && value !== null && !Array.isArray(value),
);
const Answer = z.object({
  meta: z.object({
    isFolder: z.boolean().catch(false),
    canSave: z.boolean().catch(true),
    provisioned: z.boolean().catch(false),
    provisionedExternalId: z.string().catch(""),
    url: z.string().catch(""),
    folderUid: z.string().optional().catch(undefined),
    folderUrl: z.string().catch(""),
    folderTitle: z.string().catch(""),
    updatedBy: z.string().catch(""),
    updated: z.string().catch(""),
    version: z.number().catch(0),
  }),
  dashboard: Document,
});

/** A dashboard as it stands in Grafana, or null. A folder's uid answers here too: see `isFolder`. */
export async function getGrafanaDashboard(
  connection: GrafanaConnection,
  uid: string,
): Promise<RemoteDashboard | null> {
  return (await getGrafanaDashboardText(connection, uid))?.dashboard ?? null;
}

/** The same, with the document as Grafana spelt it. */
export async function getGrafanaDashboardText(
  connection: GrafanaConnection,
  uid: string,
): Promise<{ dashboard: RemoteDashboard; text: string } | null> {
  const path = `/api/dashboards/uid/${encodeURIComponent(uid)}`;
  const { status, body, text } = await requestGrafana(connection, { path, accept: [404] });
  if (status === 404) return null;
  const answer = Answer.safeParse(body);
  if (!answer.success)
    throw new GrafanaFailure("not-grafana", "Grafana's answer about a dashboard cannot be read.");
  const { meta, dashboard: document } = answer.data;
  const dashboard = toRemote(uid, meta, document);
  return { dashboard, text: memberText(text, "dashboard") ?? JSON.stringify(document) };
}

function toRemote(uid: string, meta: z.infer<typeof Answer>["meta"], dashboard: JsonObject): RemoteDashboard {
  return {
    uid,
    id: typeof dashboard.id === "number" ? dashboard.id : null,
    version: typeof dashboard.version === "number" ? dashboard.version : meta.version,
    document: dashboard,
    isFolder: meta.isFolder,
    canSave: meta.canSave,
    provisioned: meta.provisioned || meta.provisionedExternalId !== "",
    provisionedExternalId: meta.provisionedExternalId,
    url: meta.url,
    folderUid: folderUidOf(meta),
    folderTitle: meta.folderTitle,
    updatedBy: meta.updatedBy,
    updatedAt: meta.updated,
  };
}

/** 7.5 names the folder only in the address of its page. */
function folderUidOf(meta: { folderUid?: string; folderUrl: string }): string {
  return meta.folderUid ?? /\/dashboards\/f\/([^/]+)/.exec(meta.folderUrl)?.[1] ?? "";
}
