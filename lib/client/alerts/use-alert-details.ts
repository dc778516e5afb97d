import { keepPreviousData } from "@tanstack/react-query";
import { askPrometheus } from "@/lib/client/prometheus/ask-prometheus";
import { useQuery } from "@/lib/client/queries";
import { type AlertDetails, alertDetails } from "./alert-details";

const refreshMs = 30_000;
const none: ReadonlyMap<string, AlertDetails> = new Map();

/**
 * What the rules say of the active alerts. Out of the alerts, since rules that ask beyond a tenant's matchers are not
 * shown to it, while its alerts are. An engine that keeps its rules elsewhere says nothing.
 */
export function useAlertDetails(
  tenant: string,
  datasource: string | null,
): ReadonlyMap<string, AlertDetails> {
  const { data } = useQuery({
    queryKey: ["alert-details", tenant, datasource],
    enabled: datasource !== null,
    refetchInterval: refreshMs,
    placeholderData: keepPreviousData,
    retry: false,
    queryFn: async ({ signal }) =>
      alertDetails(
        await askPrometheus({ tenant, datasource: datasource ?? "", path: "alerts", params: {}, signal }),
      ),
  });
  return data ?? none;
}
