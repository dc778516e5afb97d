import { contentHash, type PublicationHashes } from "@/lib/server/publish/content-hash";
import { pageUrl } from "@/lib/server/publish/grafana/connection";
import { ensureFolder, type GrafanaFolder } from "@/lib/server/publish/grafana/folders";
import { getGrafanaDashboard } from "@/lib/server/publish/grafana/get-dashboard";
import { GrafanaFailure } from "@/lib/server/publish/grafana/grafana-failure";
import { latestVersionMessage } from "@/lib/server/publish/grafana/latest-version-message";
import { type SavedDashboard, saveGrafanaDashboard } from "@/lib/server/publish/grafana/save-dashboard";
import { firstLeak } from "@/lib/server/publish/plan/plan-item";
import type { GrafanaFacts } from "@/lib/server/publish/plan/read-grafana";
import type { StoredItem } from "@/lib/server/publish/plan/stored-plan";
import { AppError } from "@/lib/shared/errors";
import type { JsonObject } from "@/lib/shared/json";
import type { ItemResult } from "@/lib/shared/publish/publish-plan";
import type { RemoteDashboard } from "@/lib/shared/publish/remote-dashboard";
import { toGrafanaDashboard } from "@/lib/shared/publish/to-grafana-dashboard";

/** What is to be remembered of a dashboard that now stands in Grafana as planned. */
export interface Published {
  hashes: PublicationHashes;
  base: JsonObject;
  grafanaVersion: number;
  folderUid: string;
  url: string | null;
}

export interface ApplyContext {
  planId: string;
  facts: GrafanaFacts;
  by: string;
  resolution: "overwrite" | "skip" | undefined;
  last: PublicationHashes | null;
  document: JsonObject | null;
  /** One folder for all that go there. */
  folders: Map<string, Promise<GrafanaFolder>>;
}

interface Outcome {
  result: ItemResult;
  published: Published | null;
}

/** Brings one dashboard into the planned state, or says why not. Never throws; doing it again changes nothing more. */
export async function applyItem(item: StoredItem, context: ApplyContext): Promise<Outcome> {
  const plain = { uid: item.uid, title: item.title, grafanaVersion: item.grafanaVersion, url: item.url };
  const skipped = reasonToSkip(item, context.resolution);
  if (skipped) return { result: { ...plain, state: "skipped", message: skipped }, published: null };
  try {
    const { state, published, message } = await publish(item, context);
    const { grafanaVersion, url } = published;
    return { result: { ...plain, state, message, grafanaVersion, url }, published };
  } catch (error) {
    const message = error instanceof AppError ? error.message : "This dashboard could not be published.";
    return { result: { ...plain, state: "failed", message }, published: null };
  }
}

function reasonToSkip(item: StoredItem, resolution: ApplyContext["resolution"]): string | null {
  if (resolution === "skip") return "Skipped as asked.";
  if (item.action === "refused") return item.reason ?? "Refused by the plan.";
  if (item.action !== "drifted" && item.action !== "conflict") return null;
  if (!item.resolvable) return item.reason ?? "It stands in conflict.";
  return resolution === "overwrite" ? null : "Needs a decision: overwrite or skip.";
}

interface Done {
  state: "written" | "unchanged";
  published: Published;
  message?: string;
}

async function publish(item: StoredItem, context: ApplyContext): Promise<Done> {
  const { facts } = context;
  const document = await prepare(item, context);
  const remote = await getGrafanaDashboard(facts.connection, item.uid);
  assertMayReplace(remote);
  const folder = await folderOf(item, context);
  const isInPlace = remote !== null && remote.folderUid === (folder?.uid ?? "");
  if (remote && isInPlace && isAsPlanned(item, remote, context.last)) {
    return { state: "unchanged", published: publishedFrom(item, remote, context) };
  }
  if ((remote?.version ?? null) !== item.grafanaVersion || changedBehind(item, remote)) {
    if (remote && (await isOurs(remote, context))) {
      return { state: "written", published: publishedFrom(item, remote, context) };
    }
    throw new AppError("CONFLICT", "Changed in Grafana since the plan was made. Make a new plan.");
  }
  return write(item, document, folder, context);
}

/** The reviewed version with today's mapping: any difference means that the plan no longer says what would be written. */
async function prepare(
  item: StoredItem,
  { document, facts }: ApplyContext,
): Promise<JsonObject & { uid: string }> {
  if (!document) {
    throw new AppError(
      "NOT_FOUND",
      `Version ${item.dashboardVersion} is no longer kept here. Make a new plan.`,
    );
  }
  const prepared = toGrafanaDashboard(document, item.uid, facts.mapping);
  if (contentHash(prepared.document) !== item.preparedHash || prepared.unresolved.length > 0) {
    throw new AppError("CONFLICT", "The target's data sources have changed since the plan. Make a new plan.");
  }
  const leak = await firstLeak(facts, prepared.used);
  if (leak) throw new AppError("CONFLICT", leak);
  return prepared.document;
}

function assertMayReplace(remote: RemoteDashboard | null): void {
  if (!remote) return;
  if (remote.isFolder) throw new AppError("CONFLICT", "A folder in Grafana has this uid. Make a new plan.");
  if (remote.provisioned)
    throw new AppError("CONFLICT", "It is provisioned in Grafana by now. Make a new plan.");
}

function folderOf(item: StoredItem, { facts, folders }: ApplyContext): Promise<GrafanaFolder | null> {
  const { title } = item.folder;
  if (!title) return Promise.resolve(null);
  const asked = folders.get(title) ?? ensureFolder(facts.connection, title);
  folders.set(title, asked);
  return asked;
}

function isAsPlanned(item: StoredItem, remote: RemoteDashboard, last: PublicationHashes | null): boolean {
  const hash = contentHash(remote.document);
  return hash === item.preparedHash || (last?.sentHash === item.preparedHash && last.remoteHash === hash);
}

/** A dashboard that was deleted and made anew can have the version of before. */
function changedBehind(item: StoredItem, remote: RemoteDashboard | null): boolean {
  return remote !== null && item.remoteHash !== null && contentHash(remote.document) !== item.remoteHash;
}

const marker = (planId: string) => `(plan ${planId})`;

/** Written by this plan already, by an apply that ended before it could say so. */
async function isOurs(remote: RemoteDashboard, { facts, planId }: ApplyContext): Promise<boolean> {
  const message = await latestVersionMessage(facts.connection, remote).catch(() => null);
  return message?.includes(marker(planId)) ?? false;
}

async function write(
  item: StoredItem,
  document: JsonObject & { uid: string },
  folder: GrafanaFolder | null,
  context: ApplyContext,
): Promise<Done> {
  const { facts, planId, by } = context;
  const message = `Published by ${by} from Panelsmith ${marker(planId)}`;
  const saved = await saveGrafanaDashboard(facts.connection, {
    ...{ document, folder, message },
    versionSeen: item.grafanaVersion,
  }).catch((error) => {
    // A repeated try can meet what the first one wrote before its answer was lost.
    if (error instanceof GrafanaFailure && error.reason === "version-mismatch") return null;
    throw error;
  });
  const after = await getGrafanaDashboard(facts.connection, item.uid);
  if (!saved) {
    if (after && (await isOurs(after, context)))
      return { state: "written", published: publishedFrom(item, after, context) };
    throw new GrafanaFailure(
      "version-mismatch",
      "Changed in Grafana while publishing. Make a new plan.",
      412,
    );
  }
  return confirm(item, { document, saved, after }, context);
}

/** Grafana can take two saves of one version at the same moment, so what stands there now is compared with what was sent. */
function confirm(
  item: StoredItem,
  { document, saved, after }: { document: JsonObject; saved: SavedDashboard; after: RemoteDashboard | null },
  context: ApplyContext,
): Done {
  const isAlone = after?.version === saved.version && saved.version === (item.grafanaVersion ?? 0) + 1;
  if (after && isAlone) return { state: "written", published: publishedFrom(item, after, context) };
  const hashes = { sentHash: item.preparedHash, remoteHash: item.preparedHash };
  const url = saved.url ? pageUrl(context.facts.connection.url, saved.url) : null;
  const folderUid = after?.folderUid ?? "";
  const published = { hashes, base: document, grafanaVersion: saved.version, folderUid, url };
  return {
    state: "written",
    published,
    message: "Somebody else saved it in Grafana at the same moment. Look at its drift.",
  };
}

function publishedFrom(item: StoredItem, remote: RemoteDashboard, { facts }: ApplyContext): Published {
  return {
    hashes: { sentHash: item.preparedHash, remoteHash: contentHash(remote.document) },
    base: remote.document,
    grafanaVersion: remote.version,
    folderUid: remote.folderUid,
    url: remote.url ? pageUrl(facts.connection.url, remote.url) : null,
  };
}
