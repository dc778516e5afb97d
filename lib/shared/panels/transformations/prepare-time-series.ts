import { type DataFrame, type Field, newFrame, timeField } from "@/lib/shared/panels/fields/data-frame";
import { allRows, pickRows } from "./frame-rows";
import { joinFrames } from "./join-by-field";
import type { Transformer } from "./transformer";

/** Series out of whatever holds times: one frame a series, or all in one beside a common time. */
export const prepareTimeSeries: Transformer = (frames, { format }) => {
  const timed = frames.filter(timeField);
  // The long form is a table of rows; what comes as series stays so, for every panel draws them.
  if (format === "many" || format === "multi") return timed.flatMap(seriesOf);
  if (format === "long") return timed;
  return timed.length > 1 && timed.some((frame) => frame.shape !== "series")
    ? [joinFrames(timed, "", "outer") ?? []].flat()
    : timed;
};

/** A table's texts are the labels of its numbers: one series each combination of them. */
function seriesOf(frame: DataFrame): DataFrame[] {
  const time = timeField(frame);
  if (!time) return [];
  const texts = frame.fields.filter((field) => field.type === "string");
  const values = frame.fields.filter((field) => field.type === "number" || field.type === "boolean");
  const groups = new Map<string, number[]>();
  for (const row of byTime(frame, time)) {
    const key = JSON.stringify(texts.map((field) => field.values[row]));
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return values.flatMap((value) =>
    [...groups.values()].map((rows) => {
      const labels = texts.map((field) => [field.name, String(field.values[rows[0] ?? 0] ?? "")]);
      const own = texts.length > 0 ? { ...value, labels: Object.fromEntries(labels) } : value;
      const picked = pickRows({ ...frame, fields: [time, own] }, rows);
      return newFrame({ ...picked, shape: "series" });
    }),
  );
}

function byTime(frame: DataFrame, time: Field): number[] {
  return allRows(frame).sort((a, b) => Number(time.values[a]) - Number(time.values[b]) || a - b);
}
