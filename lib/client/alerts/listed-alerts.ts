import type { AlertlistModel } from "@/lib/shared/panels/alertlist/prepare";
import type { ActiveAlert } from "./read-alerts";

/** Alerts of one rule, or of the same values of labels. */
export interface AlertGroup {
  key: string;
  title: string;
  /** The most urgent first. */
  alerts: ActiveAlert[];
  sinceMs: number | null;
}

type Order = (a: AlertGroup, b: AlertGroup) => number;

const byTitle: Order = (a, b) => a.title.localeCompare(b.title);
const byTime: Order = (a, b) => (a.sinceMs ?? 0) - (b.sinceMs ?? 0);

/** Alerts come the most urgent first. */
const orders: Record<AlertlistModel["sort"], Order> = {
  name: byTitle,
  nameDescending: (a, b) => byTitle(b, a),
  importance: () => 0,
  oldest: byTime,
  newest: (a, b) => byTime(b, a),
};

/** The groups that a list shows, and how many more fit it. */
export function listedAlerts(
  alerts: readonly ActiveAlert[],
  { name, labels, states, maxItems, sort, groupBy }: AlertlistModel,
): { shown: AlertGroup[]; more: number } {
  const found = alerts.filter((alert) => {
    const all = allLabels(alert);
    return (
      states.has(alert.state) &&
      alert.name.toLowerCase().includes(name) &&
      labels.every(({ label, passes }) => passes(all[label] ?? ""))
    );
  });
  const sorted = grouped(found, groupBy).toSorted(orders[sort]);
  return { shown: sorted.slice(0, maxItems), more: Math.max(0, sorted.length - maxItems) };
}

function allLabels({ name, severity, labels }: ActiveAlert): Record<string, string> {
  return { ...labels, alertname: name, severity };
}

function grouped(alerts: ActiveAlert[], groupBy: string[] | null): AlertGroup[] {
  const groups = new Map<string, ActiveAlert[]>();
  for (const alert of alerts) {
    const title = groupBy ? titleOf(allLabels(alert), groupBy) : alert.name;
    groups.set(title, [...(groups.get(title) ?? []), alert]);
  }
  return [...groups].map(([title, members]) => {
    const times = members.flatMap(({ sinceMs }) => (sinceMs === null ? [] : [sinceMs]));
    return {
      key: title,
      title,
      alerts: members,
      sinceMs: times.length > 0 ? Math.min(...times) : null,
    };
  });
}

function titleOf(labels: Record<string, string>, groupBy: string[]): string {
  const known = groupBy.filter((label) => labels[label]);
  return known.length > 0 ? known.map((label) => `${label}=${labels[label]}`).join(", ") : "No group";
}
