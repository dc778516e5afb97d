import type { AdhocFilter, ReadVariable } from "@/lib/shared/dashboards/reading-model";
import { type Matcher, type MatchOperator, printMatcher } from "@/lib/shared/promql/matcher";
import { escapeRegex } from "./format-value";

/** The operators that a person can choose; `=|` and `!=|` stand for one of several values, as in Grafana. */
export const filterOperators = ["=", "!=", "=~", "!~", "=|", "!=|"] as const;

const listOperators: Record<string, MatchOperator> = { "=|": "=~", "!=|": "!~" };

/** `key|operator|value`, with the bar inside a part written as `__gfp__` and several values joined by `__gfc__`. */
export function parseFilter(text: string): AdhocFilter | null {
  const [key = "", operator = "", ...values] = text.split("|").map((part) => part.replaceAll("__gfp__", "|"));
  const known = filterOperators.find((one) => one === operator);
  return key === "" || !known ? null : { key, operator: known, value: values.join("|") };
}

export function filterText({ key, operator, value }: AdhocFilter): string {
  return [key, operator, value].map((part) => part.replaceAll("|", "__gfp__")).join("|");
}

export function filterValues({ value }: AdhocFilter): string[] {
  return value.split("__gfc__").filter((one) => one !== "");
}

/** The filters in force: those of the page when it names any, else those that are stored. */
export function filtersOf(variable: ReadVariable, given: string | string[] | undefined): AdhocFilter[] {
  if (given === undefined) return [...(variable.filters ?? [])];
  return [given].flat().flatMap((text) => parseFilter(text) ?? []);
}

/** What the filters put into every selector; one without key or value is not finished and filters nothing. */
export function filterMatchers(filters: readonly AdhocFilter[]): Matcher[] {
  return filters.flatMap((filter): Matcher[] => {
    const { key: label, operator, value } = filter;
    const list = listOperators[operator];
    if (label === "" || value === "") return [];
    if (list) return [{ label, operator: list, value: filterValues(filter).map(escapeRegex).join("|") }];
    return isMatchOperator(operator) ? [{ label, operator, value }] : [];
  });
}

/** `a="b",c=~"d"`: where an expression names the variable itself. */
export function filterExpression(filters: readonly AdhocFilter[]): string {
  return filterMatchers(filters).map(printMatcher).join(",");
}

function isMatchOperator(operator: string): operator is MatchOperator {
  return operator === "=" || operator === "!=" || operator === "=~" || operator === "!~";
}
