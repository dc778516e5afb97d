import type { ReadTarget } from "@/lib/shared/dashboards/reading-model";
import type { PanelData } from "@/lib/shared/panels/panel-data";
import { evaluateExpressions } from "./evaluate-expressions";

/** A panel's data with the results of its expressions, and with what is wrong with those that have none. */
export function withExpressions(
  targets: readonly ReadTarget[],
  data: PanelData,
  interpolate: (text: string, scoped: Record<string, string>) => string,
): PanelData {
  // A variable of the dashboard may be called as a query is.
  const own = Object.fromEntries(targets.map(({ refId }) => [refId, `\${${refId}}`]));
  const { results, errors } = evaluateExpressions({
    targets,
    results: data.results,
    range: data.range,
    interpolate: (text) => interpolate(text, own),
  });
  const hidden = new Set(targets.filter((target) => target.hidden).map(({ refId }) => refId));
  const failed = new Set(data.errors.map(({ refId }) => refId));
  const shown = errors.filter(({ refId }) => !failed.has(refId));
  return {
    ...data,
    results: [...data.results.filter(({ refId }) => !hidden.has(refId)), ...results],
    errors: [
      ...data.errors,
      ...shown.map(({ refId, message }) => ({
        type: "error" as const,
        panelId: 0,
        refId,
        errorType: "bad_data" as const,
        message: `Expression ${refId}: ${message}`,
      })),
    ],
  };
}
