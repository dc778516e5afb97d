import { expect, it } from "vitest";
import { histogramSeries } from "./histogram-series";

const bucket = (le: string, values: (number | null)[], job = "a") => ({ labels: { le, job }, values });

it("sorts buckets by their bounds and leaves each its own count", () => {
  const found = histogramSeries([
    bucket("+Inf", [10, 12]),
    bucket("10", [7, null]),
    bucket("0.5", [2, 0]),
    bucket("+Inf", [5, 5], "b"),
    { labels: { job: "c" }, values: [3] },
  ]);
  expect(found.map(({ labels, values }) => [Object.values(labels).join(), values])).toEqual([
    ["0.5,a", [2, 0]],
    ["10,a", [5, null]],
    ["+Inf,a", [3, 12]],
    ["+Inf,b", [5, 5]],
    ["c", [3]],
  ]);
});
