import { expect, it } from "vitest";
import { toExemplars } from "./to-exemplars";

it("reads exemplars in order of time and leaves out what is none", () => {
  const data = [
    {
      seriesLabels: { le: "1" },
      exemplars: [
        { labels: { trace_id: "b" }, value: "2.5", timestamp: 20.25 },
        { labels: { trace_id: "a" }, value: "1", timestamp: 10 },
        { labels: null, value: "x", timestamp: 5 },
      ],
    },
    { exemplars: "none" },
    null,
  ];
  expect(toExemplars(data)).toEqual([
    { timeMs: 10_000, value: 1, labels: { trace_id: "a" } },
    { timeMs: 20_250, value: 2.5, labels: { trace_id: "b" } },
  ]);
  expect(toExemplars(undefined)).toEqual([]);
});

it("thins out evenly", () => {
  const exemplars = Array.from({ length: 1_000 }, (_, index) => ({
    labels: {},
    value: "1",
    timestamp: index,
  }));
  const chosen = toExemplars([{ exemplars }]);
  expect(chosen).toHaveLength(200);
  expect(chosen.at(-1)?.timeMs).toBe(995_000);
});
