import { readNumber, readObject, readObjects, readString } from "@/lib/shared/dashboards/read-json";
import type { JsonObject } from "@/lib/shared/json";
import type { DataFrame } from "@/lib/shared/panels/fields/data-frame";
import { safeRegex } from "@/lib/shared/panels/safe-regex";
import { allRows, pickRows } from "./frame-rows";
import type { Transformer } from "./transformer";

type Test = (value: unknown) => boolean;

const isNothing: Test = (value) => value === null || value === undefined;

const makers: Record<string, (options: JsonObject) => Test> = {
  isNull: () => isNothing,
  isNotNull: () => (value) => !isNothing(value),
  equal: (options) => (value) => String(value) === readString(options.value),
  notEqual: (options) => (value) => String(value) !== readString(options.value),
  greater: (options) => (value) =>
    !isNothing(value) && Number(value) > (readNumber(options.value) ?? Number.NaN),
  greaterOrEqual: (options) => (value) =>
    !isNothing(value) && Number(value) >= (readNumber(options.value) ?? Number.NaN),
  lower: (options) => (value) =>
    !isNothing(value) && Number(value) < (readNumber(options.value) ?? Number.NaN),
  lowerOrEqual: (options) => (value) =>
    !isNothing(value) && Number(value) <= (readNumber(options.value) ?? Number.NaN),
  between: (options) => (value) =>
    Number(value) >= (readNumber(options.from) ?? Number.NaN) &&
    Number(value) <= (readNumber(options.to) ?? Number.NaN),
  regex: (options) => (value) => safeRegex(`/${readString(options.value)}/`)?.test(String(value)) ?? false,
  substring: (options) => (value) =>
    String(value).toLowerCase().includes(readString(options.value).toLowerCase()),
  notSubstring: (options) => (value) =>
    !String(value).toLowerCase().includes(readString(options.value).toLowerCase()),
};

/** Keeps or drops the rows whose values pass the tests. */
export const filterByValue: Transformer = (frames, options) => {
  const filters = readObjects(options.filters);
  if (filters.length === 0) return frames;
  return frames.map((frame) => {
    const tests = filters.map((filter) => rowTest(frame, filter));
    const passes = (row: number) =>
      options.match === "all" ? tests.every((test) => test(row)) : tests.some((test) => test(row));
    const include = options.type !== "exclude";
    return pickRows(
      frame,
      allRows(frame).filter((row) => passes(row) === include),
    );
  });
};

function rowTest(frame: DataFrame, filter: JsonObject): (row: number) => boolean {
  const field = frame.fields.find(({ displayName }) => displayName === filter.fieldName);
  const config = readObject(filter.config);
  const id = readString(config.id);
  const test = Object.hasOwn(makers, id) ? makers[id]?.(readObject(config.options)) : undefined;
  return (row) => (field && test ? test(field.values[row]) : false);
}
