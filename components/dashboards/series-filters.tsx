"use client";

import { ActionIcon } from "@mantine/core";
import { IconFilterMinus, IconFilterPlus } from "@tabler/icons-react";
import { useDashboardUrl } from "@/lib/client/dashboards/use-dashboard-url";
import type { AdhocFilter } from "@/lib/shared/dashboards/reading-model";
import { filtersOf, filterText } from "@/lib/shared/variables/adhoc-filters";
import { useOptionalRuntime } from "./dashboard-runtime";
import classes from "./series-filters.module.css";

interface SeriesFiltersProps {
  labels: Record<string, string>;
  onDone: () => void;
}

/** Puts a label of a series into the filters of the dashboard, where it has any. */
export function SeriesFilters({ labels, onDone }: SeriesFiltersProps) {
  const runtime = useOptionalRuntime();
  const { change } = useDashboardUrl();
  const variable = runtime?.dashboard.variables.find(({ type, hide }) => type === "adhoc" && hide !== 2);
  const names = Object.entries(labels).filter(([name]) => name !== "__name__");
  if (!runtime || runtime.mode !== "view" || !variable || names.length === 0) return null;
  const add = (filter: AdhocFilter) => {
    const others = filtersOf(variable, runtime.variables[variable.name]).filter(
      ({ key }) => key !== filter.key,
    );
    change({ variables: { [variable.name]: [...others, filter].map(filterText) } });
    onDone();
  };
  return (
    <ul className={classes.filters} aria-label="Filters">
      {names.map(([key, value]) => (
        <li key={key}>
          <span>
            {key} = {value}
          </span>
          <ActionIcon
            size={24}
            aria-label={`Filter for ${key} = ${value}`}
            onClick={() => add({ key, operator: "=", value })}
          >
            <IconFilterPlus size={15} />
          </ActionIcon>
          <ActionIcon
            size={24}
            aria-label={`Filter out ${key} = ${value}`}
            onClick={() => add({ key, operator: "!=", value })}
          >
            <IconFilterMinus size={15} />
          </ActionIcon>
        </li>
      ))}
    </ul>
  );
}
