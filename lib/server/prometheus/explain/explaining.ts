import type { RangeGrid } from "@/lib/shared/prometheus/to-frame";
import type { ExplainSource } from "./explain-source";

/** What is being explained, as every step of it sees it. */
export interface Explaining {
  /** After interpolation, before the tenant's matchers. */
  expr: string;
  grid: RangeGrid;
  source: ExplainSource;
  /** The tenant's other datasources, to say so when the right one was not asked. */
  others: readonly { name: string; source: ExplainSource }[];
  /** Variables that the expression names, with the values put in. */
  variables: readonly { name: string; value: string | string[] }[];
  nowSeconds: number;
}
