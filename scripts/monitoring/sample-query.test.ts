import { describe, expect, it } from "vitest";
import { readDashboards } from "./read-dashboards";
import { sampleQuery } from "./sample-query";

const dashboardWith = (variable: {
  name: string;
  includeAll: boolean;
  allValue: string | null;
  value: string;
}) => {
  const [first] = readDashboards();
  if (!first) throw new Error("No dashboards");
  const { name, includeAll, allValue, value } = variable;
  const query = {
    name,
    type: "query",
    query: "",
    includeAll,
    allValue,
    multi: includeAll,
    current: { value },
  };
  return { ...first.dashboard, templating: { list: [query] } };
};

describe("sampleQuery", () => {
  it("writes All as the variable says and fills in intervals", () => {
    const dashboard = dashboardWith({ name: "tenant", includeAll: true, allValue: ".+", value: "$__all" });
    expect(sampleQuery('rate(a{t=~"$tenant"}[$__rate_interval])', dashboard)).toBe('rate(a{t=~".+"}[1m])');
  });

  it("writes the saved value of a variable without All", () => {
    const dashboard = dashboardWith({ name: "job", includeAll: false, allValue: null, value: "api" });
    expect(sampleQuery(`a{job="\${job}"}`, dashboard)).toBe('a{job="api"}');
  });

  it("refuses a variable that the dashboard does not define", () => {
    const dashboard = dashboardWith({ name: "job", includeAll: false, allValue: null, value: "api" });
    expect(() => sampleQuery("a{$unknown}", dashboard)).toThrow("Define the variable unknown");
  });
});
