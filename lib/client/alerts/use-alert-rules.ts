import { useDatasources } from "@/lib/client/datasources/use-datasources";
import { askPrometheus } from "@/lib/client/prometheus/ask-prometheus";
import { useQuery } from "@/lib/client/queries";

const refreshMs = 60_000;
/** Rules of further datasources are not looked for. */
const mostDatasources = 5;
const none: unknown[] = [];

/** What each datasource of the tenant answers about its alert rules; one that does not answer has none. */
export function useAlertRules(tenant: string): readonly unknown[] {
  const { data: datasources = [] } = useDatasources(tenant);
  const uids = datasources.slice(0, mostDatasources).map(({ uid }) => uid);
  const { data } = useQuery({
    queryKey: ["alert-rules", tenant, uids],
    enabled: uids.length > 0,
    refetchInterval: refreshMs,
    retry: false,
    queryFn: ({ signal }) =>
      Promise.all(
        uids.map((datasource) =>
          askPrometheus({ tenant, datasource, path: "rules", params: { type: "alert" }, signal }).catch(
            () => null,
          ),
        ),
      ),
  });
  return data ?? none;
}
