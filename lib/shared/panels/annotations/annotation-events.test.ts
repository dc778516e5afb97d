import { describe, expect, it } from "vitest";
import type { RangeFrame, WireValue } from "@/lib/shared/prometheus/frame";
import { annotationEvents } from "./annotation-events";

const style = {
  titleFormat: "",
  textFormat: "{{ job }} of {{nowhere}}",
  tagKeys: ["job"],
  valueIsTime: false,
};
const frame = (values: WireValue[], labels: Record<string, string> = { alertname: "Down", job: "api" }) =>
  ({
    kind: "range",
    startSeconds: 100,
    stepSeconds: 10,
    length: values.length,
    series: [{ labels, values }],
  }) satisfies RangeFrame;

describe("annotationEvents", () => {
  it("joins samples that follow each other, and starts anew after a gap or a zero", () => {
    const events = annotationEvents(frame([1, 1, 1, null, 2, 0, "NaN", 0.5, 1]), style);
    expect(events.map(({ fromMs, toMs }) => [fromMs, toMs])).toEqual([
      [100_000, 120_000],
      [140_000, 140_000],
      [180_000, 180_000],
    ]);
    expect(events[0]).toMatchObject({ title: "Down", text: "api of ", tags: ["api"] });
  });

  it("takes the value for the time, once for each different one", () => {
    const starts = annotationEvents(frame([5_000, 5_000, 90_000]), { ...style, valueIsTime: true });
    expect(starts.map(({ fromMs, toMs }) => [fromMs, toMs])).toEqual([
      [5_000, 5_000],
      [90_000, 90_000],
    ]);
  });

  it("names what has no title by its labels", () => {
    expect(annotationEvents(frame([1], { __name__: "restarts", job: "a" }), style)[0]?.title).toBe(
      'restarts{job="a"}',
    );
  });
});
