import type { JsonObject } from "@/lib/shared/json";

/** A dashboard as it stands in Grafana. */
export interface RemoteDashboard {
  uid: string;
  id: number | null;
  version: number;
  document: JsonObject;
  /** The uid is a folder's, for folders and dashboards share one space. */
  isFolder: boolean;
  canSave: boolean;
  /** From a file or a repository, whether or not Grafana lets people edit it. */
  provisioned: boolean;
  provisionedExternalId: string;
  /** Path of its page, sub path included. */
  url: string;
  /** Empty for General. */
  folderUid: string;
  folderTitle: string;
  updatedBy: string;
  updatedAt: string;
}
