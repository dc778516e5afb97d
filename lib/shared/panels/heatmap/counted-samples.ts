import type { PanelData } from "@/lib/shared/panels/panel-data";
import { fromWireValue, type RangeFrame } from "@/lib/shared/prometheus/frame";
import { edgeOf } from "./value-scale";

export interface Sample {
  timeMs: number;
  value: number;
  /** How many it stands for. */
  count: number;
}

/** The answers of which Prometheus sent only counts. */
export function countedFrames({ results }: PanelData): RangeFrame[] {
  return results.flatMap(({ frame }) => (frame.kind === "range" && frame.counted ? [frame] : []));
}

/** Each bucket's count at each time, as values in the middle of the bucket. */
export function countedSamples({ counted, series, startSeconds, stepSeconds }: RangeFrame): Sample[] {
  if (!counted) return [];
  return series.flatMap(({ labels, values }) => {
    const bucket = Number(labels.bucket);
    if (!Number.isFinite(bucket)) return [];
    const value = edgeOf(counted, bucket + 0.5);
    return values.flatMap((wire, index) => {
      const count = fromWireValue(wire);
      const timeMs = (startSeconds + index * stepSeconds) * 1_000;
      return count === null || !(count > 0) ? [] : [{ timeMs, value, count }];
    });
  });
}
