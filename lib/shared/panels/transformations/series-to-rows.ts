import { type DataFrame, newField, newFrame, timeField } from "@/lib/shared/panels/fields/data-frame";
import { asColumn, joinedRefId, pickRows } from "./frame-rows";
import type { Transformer } from "./transformer";

/** All series in one table of time, metric and value, the newest first. */
export const seriesToRows: Transformer = (frames) => {
  const isSeries = (frame: DataFrame) => frame.fields.length <= 2 && timeField(frame) !== undefined;
  if (!frames.every(isSeries)) return frames;
  const series = frames.flatMap((frame) => {
    const time = frame.fields.find((field) => field.type === "time");
    const values = frame.fields.filter((field) => field.type === "number");
    return time ? values.map((value) => ({ time, value })) : [];
  });
  const [first] = series;
  if (!first) return frames;
  const frame = newFrame({
    refId: joinedRefId(frames),
    shape: "table",
    fields: [
      newField({ ...asColumn(first.time, "Time"), values: series.flatMap(({ time }) => time.values) }),
      newField({
        name: "Metric",
        type: "string",
        values: series.flatMap(({ value }) => value.values.map(() => value.displayName)),
      }),
      newField({ ...asColumn(first.value, "Value"), values: series.flatMap(({ value }) => value.values) }),
    ],
  });
  const times = frame.fields[0]?.values ?? [];
  const rows = times.map((_, row) => row).sort((a, b) => Number(times[b]) - Number(times[a]) || a - b);
  return [pickRows(frame, rows)];
};
