import { describe, expect, it } from "vitest";
import type { ReadVariable } from "@/lib/shared/dashboards/reading-model";
import { filterExpression, filterMatchers, filtersOf, filterText, parseFilter } from "./adhoc-filters";

const variable = {
  filters: [{ key: "env", operator: "=", value: "prod" }],
} as unknown as ReadVariable;

describe("ad hoc filters", () => {
  it.each([
    { key: "job", operator: "=", value: "api" },
    { key: "path", operator: "=~", value: "/a|b/.*" },
    { key: "zone", operator: "=|", value: "a__gfc__b" },
    { key: "empty", operator: "!=", value: "" },
  ])("travel in an address and come back: %o", (filter) =>
    expect(parseFilter(filterText(filter))).toEqual(filter),
  );

  it("are left out when they are not finished or not understood", () => {
    expect(parseFilter("job")).toBeNull();
    expect(parseFilter("job|<|5")).toBeNull();
    expect(filterMatchers([{ key: "job", operator: "=", value: "" }])).toEqual([]);
  });

  it("come from the page, and from the document where the page is silent", () => {
    expect(filtersOf(variable, undefined)).toEqual(variable.filters);
    expect(filtersOf(variable, "")).toEqual([]);
    expect(filtersOf(variable, ["job|=|a", "job|!=|b"])).toHaveLength(2);
  });

  it("name one of several values without letting a value be a pattern", () => {
    const filters = [{ key: "host", operator: "=|", value: "a.b__gfc__c" }];
    expect(filterExpression(filters)).toBe('host=~"a\\\\.b|c"');
  });
});
