import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { createTestDatasource } from "@/lib/server/testing/create-test-datasource";
import { createTestTenant, type TestTenant } from "@/lib/server/testing/create-test-tenant";
import { startTestPrometheus, type TestPrometheus } from "@/lib/server/testing/prometheus";
import { explainEmpty } from "./explain-empty";

vi.hoisted(() => {
  process.env.UPSTREAM_ALLOWLIST = "127.0.0.1";
});

const nowSeconds = Math.floor(Date.now() / 1_000);
const backfill = { startSeconds: nowSeconds - 3_600, endSeconds: nowSeconds - 30, stepSeconds: 15 };
const range = { fromMs: (nowSeconds - 1_800) * 1_000, toMs: (nowSeconds - 60) * 1_000 };
const rising = (at: number) => at - backfill.startSeconds;

let prometheus: TestPrometheus;
let a: TestTenant;

beforeAll(async () => {
  const about = 'job="api",instance="i:1"';
  const requests = ["/api/v1/runs", "/api/v1/models"].flatMap((path) =>
    ["200", "404", "500"].map((status) => ({
      series: `http_requests_total{${about},path="${path}",status="${status}"}`,
      valueAt: rising,
    })),
  );
  const buckets = ["0.1", "+Inf"].map((le) => ({
    series: `http_seconds_bucket{${about},path="/api/v1/runs",le="${le}"}`,
    valueAt: rising,
  }));
  prometheus = await startTestPrometheus({
    ...backfill,
    series: [
      ...requests,
      ...buckets,
      { series: `http_seconds_count{${about},path="/api/v1/runs"}`, valueAt: rising },
      { series: `build_info{${about},version="2"}`, valueAt: () => 1 },
      { series: 'limit{owner="ops"}', valueAt: () => 9 },
    ],
  });
  a = await createTestTenant("A");
  await createTestDatasource(a.admin, { url: prometheus.url });
}, 60_000);
afterAll(() => prometheus.stop());

const explain = (expr: string) => explainEmpty(a.editor, "prometheus", { expr, ...range });

describe("what is offered mends the query", () => {
  it.each([
    ['http_requests_total{status="5.."}', "value_unknown", /`=` compares the text as it is/],
    [
      'http_requests_total{status="5xx"}',
      "value_unknown",
      /an x stands for itself.*Did you mean status=~"5\.\."\?/,
    ],
    ['http_requests_total{status=~"4XX"}', "value_unknown", /Did you mean status=~"4\.\."\?/],
    [
      'http_requests_total{status=~"200, 404"}',
      "value_unknown",
      /a list of values.*Did you mean status=~"200\|404"\?/,
    ],
    ["sum(http-requests-total)", "metric_unknown", /is read as a difference.*`http_requests_total`\?/],
    ['http_requests_total{status="200|404"}', "value_unknown", /Did you mean status=~"200\|404"\?/],
    ['http_requests_total{path="/api/*"}', "value_unknown", /Did you mean path=~"\/api\/\.\*"\?/],
    ['http_requests_total{path=~"/api"}', "value_unknown", /has to fit the whole value.*path=~"\/api\.\*"/],
    ['http_requests_total{path=~"runs"}', "value_unknown", /path=~"\.\*runs"/],
    ['http_requests_total{path=~"/api/*/runs"}', "value_unknown", /any text is `\.\*`/],
    ['http_requests_total{path=~"/API/V1/RUNS"}', "value_unknown", /capital letters/],
    ['http_seconds_bucket{le="0.10"}', "value_unknown", /has le="0\.10"\. It is written "0\.1" there\./],
    ["http_requests_total[5m]", "bad_data", /each time needs one value.* or leave out \[5m\]/],
    ['up{job="api"} or http_requests_total{job="API"}', "metric_unknown", /`up`/, false],
    [
      "sum by (statsu) (http_requests_total) / sum by (status) (http_requests_total)",
      "label_unknown",
      /groups by the label `statsu`, which no series there has\. Did you mean `status`\?/,
    ],
    [
      "http_requests_total * on (pth) http_seconds_count",
      "label_unknown",
      /matches on the label `pth`, which neither side has\. Did you mean `path`\?/,
      false,
    ],
    ["http_requests_total > bool limit", "no_match", /Match with `on \(\) group_left`/],
    [
      "rate(http_requests_total[5m]) / rate(http_seconds_count[5m])",
      "no_match",
      /Match with `on \(instance, job, path\) group_left`/,
    ],
    ["http_seconds_count / limit", "no_match", /Match with `on \(\)`/],
    ["http_seconds_count and limit", "no_match", /Match with `on \(\)`/],
    [
      "http_requests_total / on (path) sum by (path) (http_requests_total)",
      "no_match",
      /group_left or group_right/,
    ],
    [
      "histogram_quantile(0.9, sum by (path) (rate(http_seconds_bucket[5m])))",
      "histogram_labels",
      /needs the label `le`/,
    ],
    ["histogram_quantile(0.9, sum(rate(http_seconds_bucket[5m])))", "histogram_labels", /drops it/],
    ["histogram_quantile(0.9, sum(rate(http_seconds_bucket[5m])) by (path))", "histogram_labels", /drops it/],
    [
      'sum(rate(http_requests_total{status=~"7.."}[5m])) / sum(rate(http_requests_total[5m]))',
      "value_unknown",
      /If that means 0, say so/,
    ],
  ])("%s", async (expr, reason, message, whole = true) => {
    const found = await explain(expr);
    expect(found.message).toMatch(message);
    expect(found.reason).toBe(reason);
    if (!whole) return;
    const { fix } = found;
    expect(fix?.kind).toBe("replace");
    if (fix?.kind !== "replace") return;
    expect(expr).toContain(fix.from);
    const mended = await explain(expr.replace(fix.from, () => fix.to));
    expect([expr.replace(fix.from, () => fix.to), mended.reason]).toEqual([expect.any(String), "not_empty"]);
  });

  it("computes quantiles where a histogram was taken for a summary", async () => {
    const { reason, fix } = await explain('http_seconds{quantile="0.9",job="api"}');
    expect(reason).toBe("metric_unknown");
    expect(fix).toMatchObject({
      from: 'http_seconds{quantile="0.9",job="api"}',
      to: 'histogram_quantile(0.9, sum by (le) (rate(http_seconds_bucket{job="api"}[$__rate_interval])))',
    });
  });
});

describe("sentences that tell what happened", () => {
  it.each([
    [
      "node_cpu_seconds_total",
      "metric_unknown",
      /come from node_exporter, and nothing of it is scraped here/,
    ],
    [
      'http_requests_total{job=""}',
      "value_unknown",
      /asks for series without the label job, and all have one/,
    ],
    [
      "vector(scalar(http_requests_total)) > 0",
      "comparison_filter",
      /exactly one series and gives NaN for 6/,
    ],
    ["scalar(http_requests_total)", "comparison_filter", /exactly one series and gives NaN for 6/],
    ["scalar(http_requests_total) > 0", "bad_data", /comparisons between scalars must use BOOL modifier/],
    [
      "histogram_quantile(0.9, http_seconds_count)",
      "histogram_labels",
      /`http_seconds_count` has no label `le`\. Use `http_seconds_bucket`\.$/,
    ],
    ["histogram_quantile(0.9, limit)", "histogram_labels", /`limit` has no label `le`\.$/],
    ["http_seconds_count * limit", "no_match", /no series of one has the labels.*Match with `on \(\)`\.$/],
    ["0 / 0", "expression_empties_itself", /`0 \/ 0` is NaN throughout/],
    ['"text"', "bad_data", /string/],
    ["rate(sum(http_requests_total)[5m])", "bad_data", /ranges only allowed for vector selectors/],
    ["-http_requests_total[5m]", "bad_data", /unary expression only allowed on/],
    ["(http_requests_total) offset 5m", "bad_data", /offset modifier must be preceded by/],
    ["topk(http_requests_total)", "bad_data", /^1:1: .*expected 2, got 1/],
    [
      "clamp(http_requests_total, 10, 5)",
      "expression_empties_itself",
      /lower bound lies above its upper one/,
    ],
    [
      "avg_over_time(limit[5m:1m] offset 60d)",
      "no_samples_in_range",
      /none where `offset 60d` looks\. Its first/,
    ],
    [
      "avg_over_time((limit + 1)[5m:1m] offset 60d)",
      "expression_empties_itself",
      /none where `offset 60d` looks/,
    ],
    [
      "sum by (path) (http_requests_total) > on (path) group_left sum by (path) (http_requests_total) * 2",
      "comparison_filter",
      /passes `> sum by/,
    ],
    [
      '(http_requests_total{path=~".*runs",status="200"} or http_requests_total{path=~".*models",status="404"}) and (http_requests_total{path=~".*runs",status="404"} or http_requests_total{path=~".*models",status="200"})',
      "no_match",
      /no series is on both at the same time/,
    ],
    [
      "http_seconds_count > 2700 and http_seconds_count < 2400",
      "no_match",
      /have data, but never at the same time/,
    ],
    ["limit < 9.00001 > 9.00001", "comparison_filter", /It is always 9\./],
    ["time() - 1", "not_empty", /has data/],
    ["sum(http_requests_total) / 0 < 1", "comparison_filter", /It is always \+Inf, as after a division by 0/],
    ["http_seconds_count offset -3h", "no_samples_in_range", /That lies in the future/],
    [
      "max_over_time(rate(http_seconds_count[10s])[5m:1m])",
      "rate_window",
      // The steps of a subquery lie on the minute: whether one sample lies before them or none, the clock decides.
      /needs at least (one sample|two samples) in its window of 10s, but a sample comes only every 15s/,
    ],
  ])("%s", async (expr, reason, message) => {
    const found = await explain(expr);
    expect(found.message).toMatch(message);
    expect(found.reason).toBe(reason);
  });

  it.each([
    [24, /^This time range lies in the future: it begins at .* The last sample of `limit` came at /],
    [-24, /^`limit` has no samples in this time range\. The first one after it came at /],
  ])("tells a range %i hours away from a target that is gone", async (hours, message) => {
    const away = { fromMs: range.fromMs + hours * 3_600_000, toMs: range.toMs + hours * 3_600_000 };
    const found = await explainEmpty(a.editor, "prometheus", { expr: "limit", ...away });
    expect(found).toMatchObject({ reason: "no_samples_in_range", fix: { kind: "time_range" } });
    expect(found.message).toMatch(message);
  });

  it("hints at a label that groups nothing, though the query has data", async () => {
    const { reason, hints } = await explain("sum by (statsu) (http_requests_total)");
    expect(reason).toBe("not_empty");
    expect(hints).toEqual([expect.stringContaining("Did you mean `status`?")]);
  });
});
