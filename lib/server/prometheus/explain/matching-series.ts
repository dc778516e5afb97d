import { type Matcher, printMatcher } from "@/lib/shared/promql/matcher";
import type { ExplainSource } from "./explain-source";

export function selectorText(matchers: readonly Matcher[]): string {
  return `{${matchers.map(printMatcher).join(",")}}`;
}

/** Asked of Prometheus, whose regular expressions cannot be made slow. */
export async function exists(source: ExplainSource, matchers: readonly Matcher[]): Promise<boolean> {
  return (await source.names({ label: "__name__" }, selectorText(matchers), 1)).length > 0;
}
