import { describe, expect, it } from "vitest";
import { recordingRuleName } from "./recording-rule";

describe("recordingRuleName", () => {
  it.each([
    ["sum by (endpoint) (rate(maestro_http_requests_total[5m]))", "endpoint:maestro_http_requests:rate5m"],
    [
      "histogram_quantile(0.95, sum(rate(maestro_http_request_duration_seconds_bucket[5m])) by (le, endpoint))",
      "endpoint:maestro_http_request_duration_seconds:p95_rate5m",
    ],
    ["rate(requests_total{job='api'}[1m])", "instance:requests:rate1m"],
    ["sum(celery_workers)", "all:celery_workers:sum"],
    ["sum(failed_total)", "all:failed_total:sum"],
    ["celery_workers", "instance:celery_workers:value"],
    [
      "sum by (path) (rate(failures_total[5m])) / sum by (path) (rate(requests_total[5m]))",
      "path:failures_per_requests:ratio_rate5m",
    ],
    ["avg without (instance, pod) (cpu)", "without_instance_pod:cpu:avg"],
    ["max_over_time(sum by (job) (up)[1h:5m])", "job:up:max1h"],
    ["topk(5, up)", "instance:up:topk"],
    ["histogram_quantile(0.999, rate(a_bucket[5m]))", "instance:a:p99_9_rate5m"],
    ['{"weird name"}', "instance:weird_name:value"],
  ])("%s: %s", (expr, name) => {
    expect(recordingRuleName(expr)).toBe(name);
    expect(name).toMatch(/^[a-zA-Z_:][a-zA-Z0-9_:]*$/);
  });
});
