import { readArray, readObject, readString } from "@/lib/shared/dashboards/read-json";
import type { JsonObject } from "@/lib/shared/json";
import { type DataFrame, type Field, newField } from "@/lib/shared/panels/fields/data-frame";
import { fieldMatcher } from "@/lib/shared/panels/fields/field-matcher";
import { reducerName, reduceToNumber, reduceValues } from "@/lib/shared/panels/reduce";
import { binaryCalculation, binaryOfType, unaryCalculation } from "./arithmetic";
import { allRows, fieldCalled } from "./frame-rows";
import { joinFrames } from "./join-by-field";
import type { Transformer } from "./transformer";

/** What a calculation adds to a frame; null when the frame lacks a field that it needs. */
export interface Calculated {
  name: string;
  values: unknown[];
}

const modes: Record<string, (frame: DataFrame, options: JsonObject) => Calculated | null> = {
  reduceRow,
  binary: binaryCalculation,
  unary: unaryCalculation,
  cumulativeFunctions: cumulative,
  windowFunctions: moving,
  index: (frame, options) => {
    const share = readObject(options.index).asPercentile === true ? frame.length : 1;
    return { name: "Row", values: allRows(frame).map((row) => row / share) };
  },
};

/** Adds a field worked out of the others, or leaves only that one. */
export const calculateField: Transformer = (frames, options) => {
  const mode = readString(options.mode, "reduceRow");
  const calculate = Object.hasOwn(modes, mode) ? modes[mode] : undefined;
  if (!calculate) return frames;
  const joined =
    frames.length > 1 && options.timeSeries !== false && haveOneTime(frames)
      ? joinFrames(frames, "", "outer")
      : null;
  return (joined ? [joined] : frames).flatMap((frame) => {
    const replace = options.replaceFields === true;
    const each = mode === "binary" ? binaryOfType(frame, options) : null;
    if (each)
      return [{ ...frame, fields: [...(replace ? frame.fields.filter(isTime) : frame.fields), ...each] }];
    const calculated = calculate(frame, options);
    if (!calculated) return replace ? [] : [frame];
    return [withField(frame, calculated, readString(options.alias), replace)];
  });
};

/** Tables too are joined by their time before anything is worked out, where all call it alike. */
function haveOneTime(frames: DataFrame[]): boolean {
  const names = new Set(frames.map((frame) => frame.fields.find(isTime)?.name));
  return names.size === 1 && !names.has(undefined);
}

function isTime({ type }: Field): boolean {
  return type === "time";
}

function withField(
  frame: DataFrame,
  { name, values }: Calculated,
  alias: string,
  replace: boolean,
): DataFrame {
  const field = newField({
    name,
    type: "number",
    values,
    options: { custom: {}, ...(alias ? { displayName: alias } : {}) },
  });
  const time = frame.fields.find((one) => one.type === "time");
  const kept = replace ? (time ? [time] : []) : frame.fields;
  return { ...frame, fields: [...kept, field] };
}

function reduceRow(frame: DataFrame, options: JsonObject): Calculated | null {
  const { reducer, include } = readObject(options.reduce);
  const id = readString(reducer) || "sum";
  const fields = chosenFields(frame, readArray(include));
  if (fields.length === 0) return null;
  return {
    name: reducerName(id),
    values: allRows(frame).map((row) => {
      const values = fields.map((field) => field.values[row]);
      const value = reduceValues(values, id);
      return typeof value === "string" ? value : reduceToNumber(values, id);
    }),
  };
}

function cumulative(frame: DataFrame, options: JsonObject): Calculated | null {
  const { reducer, field: name } = readObject(options.cumulative);
  const field = oneField(frame, readString(name));
  if (!field) return null;
  let total = 0;
  const values = field.values.map((value, i) => {
    total += Number(value ?? 0);
    return reducer === "mean" ? total / (i + 1) : total;
  });
  return { name: `cumulative ${readString(reducer) || "sum"}(${field.displayName})`, values };
}

function moving(frame: DataFrame, options: JsonObject): Calculated | null {
  const { reducer, field: name, windowSize, windowSizeMode, windowAlignment } = readObject(options.window);
  const field = oneField(frame, readString(name));
  const size = typeof windowSize === "number" ? windowSize : 0.1;
  if (!field || size <= 0) return null;
  const width = Math.max(1, Math.ceil(windowSizeMode === "fixed" ? size : size * frame.length));
  const [before, after] =
    windowAlignment === "centered" ? [Math.floor(width / 2), Math.ceil(width / 2) - 1] : [width - 1, 0];
  const id = readString(reducer) || "mean";
  const values = field.values.map((_, i) =>
    reduceToNumber(field.values.slice(Math.max(0, i - before), i + after + 1), id),
  );
  return {
    name: `${windowAlignment === "centered" ? "centered" : "trailing"} moving ${id}(${field.displayName})`,
    values,
  };
}

function chosenFields(frame: DataFrame, names: unknown[]): Field[] {
  const matches =
    names.length > 0 ? fieldMatcher({ id: "byNames", options: { names: names.map(String) } }) : null;
  return frame.fields.filter((field) => (matches ? matches(field, frame) : field.type === "number"));
}

function oneField(frame: DataFrame, name: string): Field | undefined {
  return name ? fieldCalled(frame, name) : frame.fields.find((field) => field.type === "number");
}
