import type { AlertlistModel } from "@/lib/shared/panels/alertlist/prepare";
import type { ActiveAlert } from "./read-alerts";

type Order = (a: ActiveAlert, b: ActiveAlert) => number;

const byName: Order = (a, b) => a.name.localeCompare(b.name);
const byTime: Order = (a, b) => (a.sinceMs ?? 0) - (b.sinceMs ?? 0);

/** Alerts come the most urgent first. */
const orders: Record<AlertlistModel["sort"], Order> = {
  name: byName,
  nameDescending: (a, b) => byName(b, a),
  importance: () => 0,
  oldest: byTime,
  newest: (a, b) => byTime(b, a),
};

/** The alerts that a list shows, and how many more fit it. */
export function listedAlerts(
  alerts: readonly ActiveAlert[],
  { name, labels, states, maxItems, sort }: AlertlistModel,
): { shown: ActiveAlert[]; more: number } {
  const found = alerts.filter((alert) => {
    const all: Record<string, string> = { ...alert.labels, alertname: alert.name, severity: alert.severity };
    return (
      states.has(alert.state) &&
      alert.name.toLowerCase().includes(name) &&
      labels.every(({ label, passes }) => passes(all[label] ?? ""))
    );
  });
  const sorted = found.toSorted(orders[sort]);
  return { shown: sorted.slice(0, maxItems), more: Math.max(0, sorted.length - maxItems) };
}
