import { describe, expect, it } from "vitest";
import { addMatchers } from "./add-matchers";

const region = { label: "region", operator: "!~", value: 'eu|"x"' } as const;

describe("addMatchers", () => {
  it("reaches every selector, names in braces and nested ones too", () => {
    expect(addMatchers('sum(rate(a[5m])) / on(job) {__name__="b",x="{y}"} offset 1h', [region])).toBe(
      'sum(rate(a{region!~"eu|\\"x\\""}[5m])) / on (job) {__name__="b",x="{y}",region!~"eu|\\"x\\""} offset 1h',
    );
  });

  it("leaves alone what it cannot parse, and everything without matchers", () => {
    expect(addMatchers("sum(", [region])).toBe("sum(");
    expect(addMatchers("sum( a )", [])).toBe("sum( a )");
  });
});
