import {
  type AskedGrafana,
  labelValuesThroughGrafana,
  seriesThroughGrafana,
  storedSeriesThroughGrafana,
} from "@/lib/server/publish/grafana/query-datasource";
import { AppError } from "@/lib/shared/errors";
import { escapeRegex, printEnforced } from "@/lib/shared/promql/enforce";
import { type EnforcedMatchers, ownValues } from "@/lib/shared/promql/enforced-matchers";
import { printMatcher } from "@/lib/shared/promql/matcher";
import type { GrafanaDatasource } from "@/lib/shared/publish/grafana-target";

/** In one question, of the metrics that may hold foreign series. */
const mostNames = 20;
const plainLabel = /^[a-zA-Z_][a-zA-Z0-9_]*$/;

/**
 * Asks Grafana's data source whether it shows what the tenant must not see: another value of an enforced label, or
 * series without it. No question names another tenant's value, so an enforcing gateway answers them all.
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
  const isForeign = (metric: Record<string, string>) => !own.includes(metric[label] ?? "");
  const groups = await seriesThroughGrafana(grafana, source, `group by (${label}) (up)`);
  if (groups.some(isForeign)) return true;
  // `up` may be the tenant's own where other series are not. Whatever is named here is foreign by what it is asked with,
  // save where a proxy puts its own matcher in the place of ours; so the series themselves are looked at.
  const none = printMatcher({ label, operator: "!~", value: own.map(escapeRegex).join("|") });
  const names = await labelValuesThroughGrafana(grafana, source, "__name__", `{__name__!="",${none}}`);
  if (names.length === 0) return false;
  const some = names.slice(0, mostNames).map(escapeRegex).join("|");
  const named = printMatcher({ label: "__name__", operator: "=~", value: some });
  return (await storedSeriesThroughGrafana(grafana, source, `{${named},${none}}`)).some(isForeign);
}
