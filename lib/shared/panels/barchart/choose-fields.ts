import { type DataFrame, type Field, newFrame, timeField } from "@/lib/shared/panels/fields/data-frame";
import { alignSeries } from "@/lib/shared/panels/timeseries/align-series";
import { barNumbers } from "./bar-numbers";
import { BarchartFieldOptions, type BarchartOptions } from "./options";

export interface ChosenFields {
  category?: Field | undefined;
  values: Field[];
  /** Its values colour the bars of their row. */
  colorField?: Field | undefined;
  /** The rows beside a column. */
  frameOf: (field: Field) => DataFrame | undefined;
}

/** Which column names the categories, and which are bars. */
export function chooseFields(frames: DataFrame[], { xField, colorByField }: BarchartOptions): ChosenFields {
  const frame = frames.find((one) => one.length > 0);
  if (!frame) return { values: [], frameOf: () => undefined };
  const named = xField === "" ? undefined : frame.fields.find((field) => isCalled(field, xField));
  const text = frame.fields.find((field) => field.type === "string");
  const time = timeField(frame);
  const joined = frame.shape === "series" && !named && !text && time ? onOneTime(frames, time) : null;
  const category = joined?.time ?? named ?? text ?? time ?? frame.fields[0];
  const fields = joined?.fields ?? frame.fields;
  const colorField = colorByField === "" ? undefined : fields.find((field) => isCalled(field, colorByField));
  const values = fields.filter(
    (field) => field.type === "number" && field !== category && field !== colorField && !isHidden(field),
  );
  const frameOf = (field: Field) => (joined ? newFrame({ ...frame, fields: [joined.time, field] }) : frame);
  return {
    category,
    values: values.length > 0 || !colorField ? values : [colorField],
    colorField,
    frameOf,
  };
}

/** Series of all queries side by side, over all of their times. */
function onOneTime(frames: DataFrame[], time: Field): { time: Field; fields: Field[] } {
  const found = frames.flatMap((frame) => {
    const timesMs = timeField(frame)?.values.map(Number);
    const numbers = timesMs ? frame.fields.filter((field) => field.type === "number") : [];
    return numbers.map((field) => ({ field, timesMs: timesMs ?? [], values: barNumbers(field) }));
  });
  const { timesMs, values } = alignSeries(found);
  return {
    time: { ...time, values: timesMs },
    fields: found.map(({ field }, index) => ({ ...field, values: values[index] ?? [] })),
  };
}

function isCalled({ displayName, name }: Field, wanted: string): boolean {
  return displayName === wanted || name === wanted;
}

function isHidden(field: Field): boolean {
  return BarchartFieldOptions.parse(field.options.custom).hideFrom.viz;
}
