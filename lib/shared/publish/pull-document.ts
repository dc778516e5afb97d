import { type MergeResult, mergeDashboards } from "@/lib/shared/dashboards/merge/merge-dashboards";
import type { JsonObject } from "@/lib/shared/json";
import type { DatasourceMapping } from "./datasource-mapping";
import { toGrafanaDashboard } from "./to-grafana-dashboard";

interface PullInput {
  uid: string;
  here: JsonObject;
  /** What we left in Grafana. */
  base: JsonObject;
  /** What stands there now. */
  grafana: JsonObject;
  /** From Grafana's references to ours. */
  back: DatasourceMapping;
  prefer: "here" | "grafana";
}

/** Takes what people changed in Grafana into our document; all else of ours stays as it is written. */
export function pullDocument({ uid, here, base, grafana, back, prefer }: PullInput): MergeResult {
  const [before, theirs] = [base, grafana].map(
    (document) => toGrafanaDashboard(document, uid, back).document,
  );
  const [mine, other] = prefer === "here" ? [here, theirs ?? {}] : [theirs ?? {}, here];
  const { document, conflicts } = mergeDashboards(before ?? {}, mine, other);
  const { id, version, ...content } = document;
  const own = Object.fromEntries(Object.entries(here).filter(([key]) => key === "id" || key === "version"));
  const merged = { ...content, ...own };
  // In the order of our own document, so that its text changes only where its content does.
  const keys = [...Object.keys(here), ...Object.keys(merged)].filter((key) => Object.hasOwn(merged, key));
  const ordered = Object.fromEntries([...new Set(keys)].map((key) => [key, merged[key] ?? null]));
  const swapped = conflicts.map(({ path, mine: first, theirs: second }) =>
    prefer === "here" ? { path, mine: first, theirs: second } : { path, mine: second, theirs: first },
  );
  return { document: ordered, conflicts: swapped };
}
