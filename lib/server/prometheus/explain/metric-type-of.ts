import { AppError } from "@/lib/shared/errors";
import type { ExplainSource } from "./explain-source";

const counterTypes = new Set(["counter", "histogram", "summary"]);

/** What the exporter says; where it says nothing, the endings that only counters have. */
export async function metricTypeOf(
  metric: string,
  source: Pick<ExplainSource, "metricType">,
): Promise<"counter" | "gauge" | null> {
  const base = metric.replace(/_(bucket|count|sum)$/, "");
  const asked = await Promise.all([...new Set([metric, base])].map((name) => typeSaid(name, source)));
  const type = asked.find((one) => one !== null);
  if (type === "gauge") return "gauge";
  if (type !== undefined && counterTypes.has(type ?? "")) return "counter";
  return type === undefined && /_(total|bucket|count|sum)$/.test(metric) ? "counter" : null;
}

async function typeSaid(metric: string, source: Pick<ExplainSource, "metricType">): Promise<string | null> {
  try {
    return await source.metricType(metric);
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}
