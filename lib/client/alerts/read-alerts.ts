import type { InstantFrame } from "@/lib/shared/prometheus/frame";

export interface ActiveAlert {
  key: string;
  /** Its name and labels, which tell it apart whatever its state is. */
  identity: string;
  name: string;
  state: "firing" | "pending";
  severity: string;
  /** Without name, state and severity. */
  labels: Record<string, string>;
  /** When its condition began to hold; null when Prometheus does not tell. */
  sinceMs: number | null;
}

const severities = ["critical", "error", "warning", "info"];

/** Prometheus writes what is pending or firing into the series ALERTS, and since when into ALERTS_FOR_STATE. */
export function readAlerts(alerts: InstantFrame, since: InstantFrame): ActiveAlert[] {
  const started = new Map(since.series.map(({ labels, value }) => [identityOf(labels), value]));
  return alerts.series
    .map(({ labels }) => {
      const { __name__: _name, alertname = "", alertstate, severity = "", ...rest } = labels;
      const identity = identityOf(labels);
      const seconds = started.get(identity);
      return {
        key: `${alertstate} ${identity}`,
        identity,
        name: alertname,
        state: alertstate === "firing" ? ("firing" as const) : ("pending" as const),
        severity,
        labels: rest,
        sinceMs: typeof seconds === "number" ? seconds * 1_000 : null,
      };
    })
    .toSorted(byUrgency);
}

export function identityOf({
  __name__: _name,
  alertstate: _state,
  ...labels
}: Record<string, string>): string {
  return JSON.stringify(Object.entries(labels).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function byUrgency(a: ActiveAlert, b: ActiveAlert): number {
  const rank = ({ severity }: ActiveAlert) =>
    (severities.indexOf(severity) + severities.length + 1) % (severities.length + 1);
  if (a.state !== b.state) return a.state === "firing" ? -1 : 1;
  return rank(a) - rank(b) || a.name.localeCompare(b.name);
}
