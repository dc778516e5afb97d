const template = /\{\{\s*(.+?)\s*\}\}/g;

/** The name Grafana's Prometheus datasource gives a series; undefined for `__auto` with labels: the frames decide. */
export function seriesName(
  legendFormat: string,
  labels: Record<string, string>,
  expr: string,
): string | undefined {
  if (legendFormat === "__auto") {
    if (Object.keys(labels).length > 0) return undefined;
    return expr || "Value";
  }
  if (legendFormat) return legendFormat.replace(template, (_, label: string) => labels[label] ?? "");
  return metricText(labels) || expr || "Value";
}

/** `up{job="node"}`; empty without name and labels. */
export function metricText(labels: Record<string, string>): string {
  const { __name__: name = "", ...rest } = labels;
  const selector = labelsText(rest);
  return name + selector;
}

export function labelsText(labels: Record<string, string>): string {
  const keys = Object.keys(labels).sort();
  if (keys.length === 0) return "";
  return `{${keys.map((key) => `${key}="${labels[key]}"`).join(", ")}}`;
}
