import { readNumber } from "@/lib/shared/dashboards/read-json";
import { allRows, pickRows } from "./frame-rows";
import type { Transformer } from "./transformer";

/** The first rows, or the last ones when the limit is negative. */
export const limit: Transformer = (frames, options) => {
  const most = Math.trunc(readNumber(options.limitField) ?? 10);
  return frames.map((frame) => {
    if (frame.length <= Math.abs(most)) return frame;
    return pickRows(frame, most >= 0 ? allRows(frame).slice(0, most) : allRows(frame).slice(most));
  });
};
