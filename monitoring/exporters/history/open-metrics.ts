import type { Labels } from "../family/family.ts";

/** OpenMetrics asks counters to end in `_total`; what does not is written without a promise about its type. */
export function openMetricsHead(name: string, type: "counter" | "gauge" | "histogram", help: string): string {
  const isOddCounter = type === "counter" && !name.endsWith("_total");
  const family = type === "counter" && !isOddCounter ? name.slice(0, -"_total".length) : name;
  const text = help.replaceAll("\\", "\\\\").replaceAll("\n", "\\n").replaceAll('"', '\\"');
  return `# HELP ${family} ${text}\n# TYPE ${family} ${isOddCounter ? "unknown" : type}\n`;
}

export function openMetricsSeries(name: string, labels: Labels): string {
  const pairs = Object.entries(labels).map(([label, value]) => `${label}=${quoted(value)}`);
  return `${name}{${pairs.join(",")}}`;
}

function quoted(value: string): string {
  return `"${value.replaceAll("\\", "\\\\").replaceAll("\n", "\\n").replaceAll('"', '\\"')}"`;
}
