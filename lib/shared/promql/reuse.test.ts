import { describe, expect, it } from "vitest";
import { reuseOf } from "./reuse";

describe("reuseOf", () => {
  it.each([
    "up",
    'sum by (job) (rate(http_requests_total{code=~"5.."}[5m] offset 1h))',
    "histogram_quantile(0.9, sum by (le) (rate(b[5m])))",
    "quantile(0.9, up) > bool time()",
    'count_values("v", up)',
    "max_over_time(rate(a[5m])[1h:1m])",
    "a or b",
    'sum({job="a"})',
    'rate({__name__="a"}[5m])',
    "absent(a or b)",
  ])("takes %s in parts", (expr) => {
    expect(reuseOf(expr)).toEqual({ kind: "parts", aheadMs: 0, fixedMs: Number.NEGATIVE_INFINITY });
  });

  it.each([
    "up @ start()",
    "sum(rate(a[5m] @ end()))",
    "up + end()",
    "topk(5, a)",
    "bottomk by (x) (1, a)",
    "quantile(scalar(b), a)",
    'label_replace(a, "x", "$1", "y", "(.*)")',
    'sum(label_join(a, "x", ",", "y"))',
    'rate({__name__=~"a|b"}[5m])',
    'sum(rate({job="a"}[5m]))',
    '-{job="a"}',
    "-(a or b)",
    "rate((a or b)[5m:])",
    "max_over_time(sum by (__name__) (a)[5m:])",
    'max_over_time(sum by ("\\x5f_name__") (a)[5m:])',
  ])("keeps %s only whole", (expr) => {
    expect(reuseOf(expr).kind).toBe("whole");
  });

  it.each([
    "a smoothed",
    "rate(a[5m] anchored)",
    "a offset (5m * 2)",
    "a offset step()",
    "rate(a[range()])",
    "a @ +Inf",
  ])("does not keep %s", (expr) => expect(reuseOf(expr).kind).toBe("never"));

  it("adds up how far negative offsets look ahead", () => {
    expect(reuseOf("a offset -5m + b offset 1h").aheadMs).toBe(300_000);
    expect(reuseOf("rate(a[5m] offset -1m)[10m:1m] offset -90").aheadMs).toBe(150_000);
  });

  it("knows the latest fixed time", () => {
    expect(reuseOf("a @ 100 + b @ 1e3 + c @ -5").fixedMs).toBe(1_000_000);
    expect(reuseOf("a @ 1h").fixedMs).toBe(3_600_000);
  });
});
