import { isV2Document } from "@/lib/shared/dashboards/schema-v2/find-v2-spec";
import type { JsonObject } from "@/lib/shared/json";
import { type DashboardDiff, emptyDiff } from "./dashboard-diff";
import type { PlanAction } from "./publish-plan";
import type { RemoteDashboard } from "./remote-dashboard";
import { summarizeDiff } from "./summarize-diff";

export interface PlanInput {
  /** As it would be pushed. */
  local: { document: JsonObject; hash: string; unresolved: string[] };
  remote: (RemoteDashboard & { hash: string }) | null;
  /** What we wrote last: the hash of what was sent, and of what Grafana made of it. Null when it was never ours. */
  last: { sentHash: string; remoteHash: string } | null;
  /** Where it shall be: uid null for a folder that is still to be made, empty for General. */
  folder: { uid: string | null; title: string | null };
  /** Another dashboard, or a folder, that stands in the way by its title. */
  titleTakenBy: { uid: string; isFolder: boolean } | null;
  /** False when the credentials are known to be too weak. */
  maySave: boolean | null;
}

export interface PlannedDashboard {
  action: PlanAction;
  reason?: string;
  resolvable: boolean;
  diff: DashboardDiff;
}

/** Decides what publishing one dashboard means. Pure: all that it needs has been read before. */
export function planDashboard(input: PlanInput): PlannedDashboard {
  const obstacle = obstacleOf(input);
  if (obstacle) return { ...obstacle, resolvable: false, diff: diffOf(input) };
  return input.remote ? planExisting(input, input.remote) : planAbsent(input);
}

type Obstacle = { action: "refused" | "conflict"; reason: string };

function obstacleOf({ local, remote, titleTakenBy, maySave, folder }: PlanInput): Obstacle | null {
  if (isV2Document(local.document)) {
    const reason =
      "It is of schema v2, which cannot be published yet. Export it for the Grafana operator, or as JSON.";
    return { action: "refused", reason };
  }
  if (local.unresolved.length > 0) {
    const names = local.unresolved.join(", ");
    return {
      action: "refused",
      reason: `No data source of this Grafana stands for ${names}. Map it in the target's settings; where this tenant has no such datasource, replace it with Edit in bulk.`,
    };
  }
  if (remote?.isFolder) {
    return { action: "conflict", reason: "A folder in Grafana has this uid. Change the dashboard's uid." };
  }
  if (remote?.provisioned) {
    const file = remote.provisionedExternalId ? ` (${remote.provisionedExternalId})` : "";
    return {
      action: "refused",
      reason: `Provisioned in Grafana from a file${file}. Change it there, or give this one another uid.`,
    };
  }
  if (remote?.canSave === false || maySave === false) {
    const where = remote ? "this dashboard" : "dashboards";
    return {
      action: "refused",
      reason: `The target's credentials may not save ${where}. They need the role Editor, or permission on the folder.`,
    };
  }
  if (titleTakenBy) {
    const what = titleTakenBy.isFolder ? "A folder" : "Another dashboard";
    const where = titleTakenBy.isFolder ? "" : ` in ${folder.title ? `“${folder.title}”` : "General"}`;
    return {
      action: "conflict",
      reason: `${what}${where} has this title in Grafana (uid ${titleTakenBy.uid}). Rename one of them.`,
    };
  }
  return null;
}

function planAbsent(input: PlanInput): PlannedDashboard {
  const diff = diffOf(input);
  if (!input.last) return { action: "create", resolvable: false, diff };
  const reason = "Deleted in Grafana since it was published. Overwrite makes it again.";
  return { action: "drifted", reason, resolvable: true, diff };
}

function planExisting(input: PlanInput, remote: NonNullable<PlanInput["remote"]>): PlannedDashboard {
  const { local, last, folder } = input;
  const isSame =
    local.hash === remote.hash || (last?.sentHash === local.hash && last.remoteHash === remote.hash);
  const staysInPlace = folder.uid !== null && folder.uid === remote.folderUid;
  if (isSame && staysInPlace) return { action: "no-change", resolvable: false, diff: emptyDiff };
  const diff = diffOf(input);
  if (!last) {
    const reason = "A dashboard with this uid is in Grafana and was not published from here.";
    return { action: "conflict", reason, resolvable: true, diff };
  }
  if (last.remoteHash !== remote.hash && !isSame) {
    const who = remote.updatedBy && remote.updatedBy !== "Anonymous" ? ` by ${remote.updatedBy}` : "";
    return {
      action: "drifted",
      reason: `Changed in Grafana${who} since it was published.`,
      resolvable: true,
      diff,
    };
  }
  return { action: "update", resolvable: false, diff };
}

function diffOf({ local, remote, folder }: PlanInput): DashboardDiff {
  const before = remote && !remote.isFolder ? remote.document : null;
  const diff = summarizeDiff(before, local.document);
  if (!remote || remote.isFolder || remote.folderUid === folder.uid) return diff;
  const move = { path: "folder", before: remote.folderTitle || "General", after: folder.title ?? "General" };
  return { ...diff, settings: [move, ...diff.settings] };
}
