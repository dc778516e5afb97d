import {
  type AskedGrafana,
  labelValuesThroughGrafana,
  seriesThroughGrafana,
} from "@/lib/server/publish/grafana/query-datasource";
import { AppError } from "@/lib/shared/errors";
import { printEnforced } from "@/lib/shared/promql/enforce";
import { type EnforcedMatchers, ownValues } from "@/lib/shared/promql/enforced-matchers";
import type { GrafanaDatasource } from "@/lib/shared/publish/grafana-target";

const plainLabel = /^[a-zA-Z_][a-zA-Z0-9_]*$/;

/**
 * Asks Grafana's data source whether it shows what the tenant must not see: another value of an enforced label, or
 * series without it. Neither question names another tenant's value, so an enforcing gateway answers both.
 * @returns null when nothing foreign shows, else why publishing to it is refused
 */
export async function findScopeLeak(
  grafana: AskedGrafana,
  source: GrafanaDatasource,
  matchers: EnforcedMatchers,
): Promise<string | null> {
  for (const [label, given] of Object.entries(matchers)) {
    const wanted = printEnforced({ [label]: given }).join();
    try {
      if (await showsForeign(grafana, source, label, ownValues(given))) {
        return `Grafana's data source “${source.name}” also shows series without ${wanted}. Point it at this console's gateway, or at a server that holds this tenant only.`;
      }
    } catch (error) {
      const why = error instanceof AppError ? error.message : "It did not answer.";
      return `It could not be checked that Grafana's data source “${source.name}” shows nothing but ${wanted}. ${why}`;
    }
  }
  return null;
}

async function showsForeign(
  grafana: AskedGrafana,
  source: GrafanaDatasource,
  label: string,
  own: readonly string[],
): Promise<boolean> {
  if (!plainLabel.test(label)) throw new AppError("INVALID_INPUT", `The label ${label} cannot be asked for.`);
  const values = await labelValuesThroughGrafana(grafana, source, label);
  if (values.some((found) => !own.includes(found))) return true;
  const groups = await seriesThroughGrafana(grafana, source, `group by (${label}) (up)`);
  return groups.some((metric) => !own.includes(metric[label] ?? ""));
}
