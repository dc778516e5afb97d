import { keepPreviousData, type UseQueryResult } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import { useQueries } from "@/lib/client/queries";
import type { TimeRange } from "@/lib/shared/time/time-range";
import { askExplore, type ExploreAnswer } from "./ask-explore";
import { type ExploreUrl, queryLetter } from "./explore-url";

interface AnswersInput {
  tenant: string;
  datasource: string | null;
  url: ExploreUrl;
  range: TimeRange;
  refreshCount: number;
}

export interface ExploreQueryAnswer {
  refId: string;
  asked: string;
  answer: ExploreAnswer | null;
  error: Error | null;
  isFetching: boolean;
}

/** The answers of the page's queries in their order; hidden and empty ones are left out. The same list until one changes. */
export function useExploreAnswers(input: AnswersInput): ExploreQueryAnswer[] {
  const { tenant, datasource, url, range, refreshCount } = input;
  const asked = useMemo(
    () =>
      url.exprs
        .map((expr, place) => ({ expr, place }))
        .filter(({ expr, place }) => expr.trim() !== "" && !url.hidden.includes(place)),
    [url],
  );
  const combine = useCallback(
    (results: UseQueryResult<ExploreAnswer>[]) =>
      results.map(({ data, error, isFetching }, index) => ({
        refId: queryLetter(asked[index]?.place ?? 0),
        asked: asked[index]?.expr ?? "",
        answer: error ? null : (data ?? null),
        error,
        isFetching,
      })),
    [asked],
  );
  return useQueries({
    queries: asked.map(({ expr }) => ({
      queryKey: ["explore", tenant, datasource, expr, range, refreshCount],
      enabled: datasource !== null && url.view !== "cardinality",
      placeholderData: keepPreviousData,
      retry: false,
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        askExplore({ tenant, datasource: datasource ?? "", expr, range }, signal),
    })),
    combine,
  });
}
