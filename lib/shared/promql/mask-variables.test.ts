import { describe, expect, it } from "vitest";
import { maskVariables } from "./mask-variables";
import { findPromqlError } from "./parse";

describe("maskVariables", () => {
  it.each([
    'sum(rate(http_requests_total{job=~"$job"}[$__rate_interval])) by ($by)',
    "increase(x[${range}]) > $threshold",
    "topk($k, ${metric}_total)",
    "rate(a[$__interval:]) offset $__interval",
    "rate(a[[[interval]]])",
    "avg_over_time(up[$n:$m])",
    "foo{a='$x', b=`${y:regex}`}",
  ])("%s parses, at its length", (expr) => {
    const masked = maskVariables(expr);
    expect(masked).toHaveLength(expr.length);
    expect(findPromqlError(masked)).toBeNull();
  });

  it("leaves text in quotes alone and still shows what is wrong", () => {
    expect(maskVariables('a{b="$c"}')).toBe('a{b="$c"}');
    expect(maskVariables('"$c"')).toBe('"$c"');
    expect(findPromqlError(maskVariables("rate($metric[5m)"))).not.toBeNull();
  });

  it("knows quotes behind escapes, and an old variable at the very beginning", () => {
    expect(maskVariables(String.raw`a{b="\"$c"} > $d`)).toBe(String.raw`a{b="\"$c"} > vv`);
    expect(maskVariables("[[name]]")).toBe("vvvvvvvv");
  });

  it("reads a text once, however many variables it has", () => {
    const masked = maskVariables("$a + ".repeat(300_000));
    expect(masked).toBe("vv + ".repeat(300_000));
  });
});
