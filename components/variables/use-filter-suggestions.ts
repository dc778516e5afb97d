import { useQuery } from "@/lib/client/queries";
import type { AdhocFilter } from "@/lib/shared/dashboards/reading-model";
import { filterExpression } from "@/lib/shared/variables/adhoc-filters";
import type { AskOptions } from "./adhoc-filters";

const plainLabel = /^[a-zA-Z_][a-zA-Z0-9_]*$/;

/** The labels, and the values of the chosen one, among the series that the other filters leave. */
export function useFilterSuggestions(key: string, others: readonly AdhocFilter[], ask?: AskOptions) {
  const inside = filterExpression(others);
  const params: Record<string, string> = inside === "" ? {} : { "match[]": `{${inside}}` };
  const names = useSuggestions(["labels", inside], ask && (() => ask("labels", params)));
  const known = plainLabel.test(key) && names.includes(key);
  const load = ask && known ? () => ask(`label/${key}/values`, params) : undefined;
  return { names, valuesOfKey: useSuggestions(["values", key, inside], load) };
}

/** Nothing is offered where the datasource does not answer: what is wanted can be typed. */
function useSuggestions(queryKey: readonly string[], load: (() => Promise<unknown>) | undefined): string[] {
  const { data } = useQuery({
    queryKey: ["filter-suggestions", ...queryKey],
    queryFn: async () => {
      const found = await load?.();
      return Array.isArray(found) ? found.filter((one) => typeof one === "string" && one !== "__name__") : [];
    },
    enabled: load !== undefined,
    retry: false,
    staleTime: 60_000,
  });
  return data ?? none;
}

const none: string[] = [];
