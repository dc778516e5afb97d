import { contentHash } from "@/lib/server/publish/content-hash";
import { pageUrl } from "@/lib/server/publish/grafana/connection";
import { getGrafanaDashboard } from "@/lib/server/publish/grafana/get-dashboard";
import { noteOldGrafana } from "@/lib/shared/publish/note-old-grafana";
import { planDashboard } from "@/lib/shared/publish/plan-dashboard";
import { toGrafanaDashboard } from "@/lib/shared/publish/to-grafana-dashboard";
import type { PlaceFinder } from "./find-place";
import type { DashboardToPlan } from "./load-plan-inputs";
import type { GrafanaFacts } from "./read-grafana";
import type { StoredItem } from "./stored-plan";

/** Looks at one dashboard in Grafana: one request. */
export async function planItem(
  facts: GrafanaFacts,
  places: PlaceFinder,
  dashboard: DashboardToPlan,
): Promise<StoredItem> {
  const prepared = toGrafanaDashboard(dashboard.document, dashboard.uid, facts.mapping);
  const preparedHash = contentHash(prepared.document);
  const found = await getGrafanaDashboard(facts.connection, dashboard.uid);
  const remote = found && { ...found, hash: contentHash(found.document) };
  const place = await places.find(dashboard);
  const planned = planDashboard({
    local: { document: prepared.document, hash: preparedHash, unresolved: prepared.unresolved },
    remote,
    last: dashboard.last,
    ...place,
  });
  const leak = planned.action === "refused" ? null : await firstLeak(facts, prepared.used);
  const verdict = leak
    ? { ...planned, action: "refused" as const, reason: leak, resolvable: false }
    : planned;
  const willBeWritten = verdict.action === "create" || verdict.action === "update";
  const note = willBeWritten ? noteOldGrafana(prepared.document, facts.version) : undefined;
  return {
    ...verdict,
    ...(note ? { reason: note } : {}),
    adopts: verdict.action === "no-change" && dashboard.last === null,
    uid: dashboard.uid,
    title: dashboard.title,
    dashboardVersion: dashboard.version,
    grafanaVersion: remote?.version ?? null,
    folder: { title: place.folder.title, willBeMade: place.folder.uid === null },
    url: remote?.url ? pageUrl(facts.connection.url, remote.url) : null,
    preparedHash,
    remoteHash: remote?.hash ?? null,
  };
}

export async function firstLeak(facts: GrafanaFacts, used: string[]): Promise<string | null> {
  for (const uid of used) {
    const leak = await facts.leakOf(uid);
    if (leak) return leak;
  }
  return null;
}
