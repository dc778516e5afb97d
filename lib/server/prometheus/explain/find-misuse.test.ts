import { describe, expect, it } from "vitest";
import { AppError } from "@/lib/shared/errors";
import { expressionTree } from "@/lib/shared/promql/explain/expression-tree";
import { findMisuse } from "./find-misuse";

const types: Record<string, string> = {
  workers: "gauge",
  queue_total: "gauge",
  requests_total: "counter",
  seconds: "histogram",
  odd: "info",
};

/** A Prometheus that has metadata of some metrics, and gives none of one. */
const source = {
  metricType: async (metric: string) => {
    if (metric === "secret") throw new AppError("UPSTREAM_FAILED", "no");
    return types[metric] ?? null;
  },
};

describe("findMisuse", () => {
  it.each([
    ["rate(workers[5m])", /`workers` is a gauge, and rate\(\) is made for counters/],
    ["sum(increase(workers[5m])) + up", /gauge, and increase\(\)/],
    ["irate(queue_total[5m])", /gauge, and irate\(\)/],
    ["delta(requests_total[5m])", /`requests_total` is a counter, and delta\(\) is made for gauges/],
    ["deriv(seconds_count[5m])", /counter, and deriv\(\)/],
    ["predict_linear(unheard_total[1h], 60)", /counter, and predict_linear\(\)/],
    ["rate(requests_total[5m]) / idelta(seconds_sum[5m])", /counter, and idelta\(\)/],
  ])("tells of a function made for another type: %s", async (expr, said) => {
    expect(await findMisuse(expressionTree(expr), { source })).toMatch(said);
  });

  it.each([
    "rate(requests_total[5m])",
    "rate(seconds_bucket[5m])",
    "delta(workers[5m])",
    "deriv(unheard[5m])",
    "rate(unheard[5m])",
    "rate(odd[5m])",
    "delta(secret[5m])",
    "avg_over_time(requests_total[5m])",
    "rate({job='a'}[5m])",
  ])("says nothing of what fits, or of what is not known: %s", async (expr) => {
    expect(await findMisuse(expressionTree(expr), { source })).toBeNull();
  });
});
