import { quotas } from "@/lib/shared/tenants/quotas";
import type { PrometheusDatasource } from "../datasource";

/** What one tenant may ask of its datasources. */
export interface QueryLimits {
  perMinute: number;
  concurrent: number;
  rangeMs: number;
  series: number;
  bytes: number;
  timeoutMs: number;
}

/** The tenant's own limits, as its quotas say; a quota that is not set is at its default. */
export function limitsOf({ queriesPerMinute, quotas: own = {} }: PrometheusDatasource): QueryLimits {
  const limit = (key: keyof typeof own & keyof typeof quotas) => own[key] ?? quotas[key].default;
  return {
    perMinute: queriesPerMinute,
    concurrent: limit("concurrentQueries"),
    rangeMs: limit("queryRangeDays") * 86_400_000,
    series: limit("seriesPerQuery"),
    bytes: limit("megabytesPerQuery") * 1_000_000,
    timeoutMs: limit("secondsPerQuery") * 1_000,
  };
}
