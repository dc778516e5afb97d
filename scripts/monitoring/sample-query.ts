import type { DashboardFile } from "./read-dashboards.ts";

const BUILT_IN: Record<string, string> = {
  __rate_interval: "1m",
  __interval: "15s",
  __range: "1h",
};

/** The query as Grafana would send it with "All" or the saved value in every variable. */
export function sampleQuery(expr: string, dashboard: DashboardFile["dashboard"]): string {
  const values = new Map(Object.entries(BUILT_IN));
  for (const variable of dashboard.templating.list) {
    const current = [variable.current.value].flat()[0] ?? "";
    values.set(variable.name, variable.includeAll ? (variable.allValue ?? ".*") : current);
  }
  return expr.replace(/\$(?:\{(\w+)\}|(\w+))/g, (text, braced?: string, bare?: string) => {
    const name = braced ?? bare ?? "";
    const value = values.get(name);
    if (value === undefined) throw new Error(`Define the variable ${name}: ${text} stands in a query`);
    return value;
  });
}
