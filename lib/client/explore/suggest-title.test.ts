import { expect, it } from "vitest";
import { suggestTitle } from "./suggest-title";

it("calls a panel by the first metric of its queries", () => {
  expect(suggestTitle(["sum by (job) (rate(http_requests_total[5m]))"])).toBe("Http requests");
  expect(suggestTitle(["sum(", "vector(1)", "job:latency_seconds:p95"])).toBe("Job latency seconds p95");
  expect(suggestTitle(["1 + 1"])).toBe("");
});
