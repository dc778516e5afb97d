import { describe, expect, it } from "vitest";
import { metricQueries, metricSelector } from "./metric-queries";

const first = (metric: string, type?: string, label: string | null = null) =>
  metricQueries(metric, type, label)[0];

describe("metricQueries", () => {
  it("offers what is mostly asked of the kind of metric first, and always the metric itself", () => {
    expect(first("http_requests_total", "counter")).toEqual({
      label: "Use its rate",
      expr: "sum(rate(http_requests_total[$__rate_interval]))",
    });
    expect(first("seconds_bucket", "histogram")?.expr).toBe(
      "histogram_quantile(0.95, sum by (le) (rate(seconds_bucket[$__rate_interval])))",
    );
    expect(first("seconds_sum", "histogram")?.label).toBe("Use its rate");
    expect(first("queue", "gauge")).toEqual({ label: "Use the metric", expr: "queue" });
    expect(metricQueries("seconds_bucket", undefined, null).map(({ label }) => label)).toEqual([
      "Use its 95th percentile",
      "Use its buckets",
      "Use the metric",
    ]);
  });

  it("splits by the chosen label", () => {
    expect(first("http_requests_total", "counter", "code")).toEqual({
      label: "Use its rate by code",
      expr: "sum by (code) (rate(http_requests_total[$__rate_interval]))",
    });
    expect(first("seconds_bucket", "histogram", "job")?.expr).toContain("sum by (le, job) (rate(");
    expect(first("seconds_bucket", "histogram", "le")?.label).toBe("Use its 95th percentile");
    expect(first("queue", "gauge", "job")?.expr).toBe("sum by (job) (queue)");
  });

  it("writes names and labels of any characters so that they can be read", () => {
    expect(metricSelector("my.metric", "a.b", 'x"y')).toBe('{"my.metric", "a.b"="x\\"y"}');
    expect(metricSelector("up", "job", "api")).toBe('up{job="api"}');
    expect(first("my.total_bucket", "histogram", "a.b")?.expr).toContain(
      'sum by (le, "a.b") (rate({"my.total_bucket"}',
    );
  });
});
