import { keepPreviousData } from "@tanstack/react-query";
import { askPrometheus } from "@/lib/client/prometheus/ask-prometheus";
import { useQuery } from "@/lib/client/queries";
import { toInstantFrame } from "@/lib/shared/prometheus/to-frame";
import { readAlerts } from "./read-alerts";

const refreshMs = 30_000;

/** What is pending or firing in the tenant's own series, looked at again every half minute. */
export function useAlerts(tenant: string, datasource: string | null) {
  return useQuery({
    queryKey: ["alerts", tenant, datasource],
    enabled: datasource !== null,
    refetchInterval: refreshMs,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const nowSeconds = Math.floor(Date.now() / 1_000);
      const ask = (query: string) =>
        askPrometheus({
          tenant,
          datasource: datasource ?? "",
          path: "query",
          params: { query, time: String(nowSeconds) },
          signal,
        });
      const [alerts, since] = await Promise.all([ask("ALERTS"), ask("ALERTS_FOR_STATE")]);
      return readAlerts(toInstantFrame(alerts, nowSeconds), toInstantFrame(since, nowSeconds));
    },
  });
}
