import type { ReadVariable } from "@/lib/shared/dashboards/reading-model";

/** A query variable without options, but for what is changed. */
export function sampleVariable(change: Partial<ReadVariable>): ReadVariable {
  return {
    name: "v",
    label: "",
    type: "query",
    query: "",
    datasource: null,
    regex: "",
    multi: false,
    includeAll: false,
    allValue: null,
    refresh: 1,
    hide: 0,
    sort: 0,
    current: null,
    options: [],
    auto: false,
    autoCount: 30,
    autoMin: "10s",
    path: [],
    ...change,
  };
}
