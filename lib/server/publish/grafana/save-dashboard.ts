import { z } from "zod";
import type { JsonObject } from "@/lib/shared/json";
import type { GrafanaConnection } from "./connection";
import type { GrafanaFolder } from "./folders";
import { GrafanaFailure } from "./grafana-failure";
import { requestGrafana } from "./request-grafana";

const Saved = z.object({
  uid: z.string(),
  version: z.number(),
  url: z.string().catch(""),
  status: z.string().optional(),
});

export type SavedDashboard = z.infer<typeof Saved>;

export interface DashboardToSave {
  /** With its uid; id and version are set here. */
  document: JsonObject & { uid: string };
  /** The version that was seen, or null for a new one: Grafana refuses when another stands there. */
  versionSeen: number | null;
  /** Null is General. Always sent, for a push without a folder moves the dashboard to General. */
  folder: Pick<GrafanaFolder, "id" | "uid"> | null;
  message: string;
}

/** Writes without `overwrite`: that flag would also take over another dashboard of the same title. */
export async function saveGrafanaDashboard(
  connection: GrafanaConnection,
  { document, versionSeen, folder, message }: DashboardToSave,
): Promise<SavedDashboard> {
  const dashboard = { ...document, id: null, version: versionSeen ?? 0 };
  const place = { folderId: folder?.id ?? 0, ...(folder ? { folderUid: folder.uid } : {}) };
  const body = { dashboard, ...place, message: message.slice(0, 500), overwrite: false };
  const answer = await requestGrafana(connection, { method: "POST", path: "/api/dashboards/db", body });
  const saved = Saved.safeParse(answer.body);
  if (!saved.success || saved.data.status === "pending") {
    throw new GrafanaFailure(
      "invalid",
      "Grafana has put the save on hold for a review. Look there.",
      answer.status,
    );
  }
  if (saved.data.uid !== document.uid) {
    throw new GrafanaFailure(
      "name-exists",
      `Grafana saved it under another uid (${saved.data.uid}).`,
      answer.status,
    );
  }
  return saved.data;
}
