const calcs: Record<string, string> = {
  avg: "mean",
  current: "lastNotNull",
  total: "sum",
  min: "min",
  max: "max",
  first: "first",
  delta: "delta",
  diff: "diff",
  range: "range",
  last_time: "lastNotNull",
  name: "lastNotNull",
};

/** The calculation that Grafana's Angular panels called `avg`, `current`, `total`, ...; today's ids pass through. */
export function readOldCalc(name: string, fallback = "mean"): string {
  return calcs[name] ?? (name || fallback);
}
