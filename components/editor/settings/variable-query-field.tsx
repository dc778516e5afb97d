"use client";

import { Autocomplete } from "@mantine/core";
import { askPrometheus } from "@/lib/client/prometheus/ask-prometheus";
import { useQuery } from "@/lib/client/queries";
import { metricOfQuery, suggestVariableQueries } from "@/lib/client/variables/suggest-variable-queries";
import { useSettled } from "./use-settled";

interface VariableQueryFieldProps {
  tenant: string;
  datasource: string;
  label: string;
  placeholder: string;
  description?: string;
  value: string;
  onSettled: (query: string) => void;
}

/** The query of a variable; whoever does not know how one is written chooses from the labels that there are. */
export function VariableQueryField({
  tenant,
  datasource,
  value,
  onSettled,
  ...words
}: VariableQueryFieldProps) {
  const { text, type, settle } = useSettled(value, onSettled);
  const labels = useLabels(tenant, datasource, metricOfQuery(text));
  return (
    <Autocomplete
      {...words}
      spellCheck={false}
      data={suggestVariableQueries(text, labels)}
      filter={({ options }) => options}
      limit={100}
      maxDropdownHeight={260}
      value={text}
      onChange={type}
      onOptionSubmit={onSettled}
      onBlur={settle}
      onKeyDown={(event) => event.key === "Enter" && settle()}
    />
  );
}

/** Nothing is offered where the datasource does not answer: what is wanted can be typed. */
function useLabels(tenant: string, datasource: string, metric: string | null): readonly string[] {
  const { data } = useQuery({
    queryKey: ["variable-labels", tenant, datasource, metric],
    retry: false,
    staleTime: 60_000,
    queryFn: async ({ signal }) => {
      const params: Record<string, string> = metric === null ? {} : { "match[]": metric };
      const found = await askPrometheus({ tenant, datasource, signal, path: "labels", params });
      return Array.isArray(found) ? found.map(String).filter((label) => label !== "__name__") : [];
    },
  });
  return data ?? none;
}

const none: readonly string[] = [];
