// Reads stored options, which come from many releases of Grafana: anything odd takes the default, nothing is refused.
// Not zod: it would be a tenth of what a dashboard page loads, and none of its messages would be read.

export interface Reader<T> {
  parse: (value: unknown) => T;
}

type Fields = Record<string, Reader<unknown>>;
type OptionalKey<F extends Fields> = {
  [K in keyof F]: undefined extends ReturnType<F[K]["parse"]> ? K : never;
}[keyof F];
type Group<F extends Fields> = {
  [K in Exclude<keyof F, OptionalKey<F>>]: ReturnType<F[K]["parse"]>;
} & { [K in OptionalKey<F>]?: ReturnType<F[K]["parse"]> };

export type Read<R extends Reader<unknown>> = ReturnType<R["parse"]>;

/** What `accepts` does not know becomes `fallback`. */
export function orElse<T, F>(accepts: (value: unknown) => value is T, fallback: F): Reader<T | F> {
  return { parse: (value) => (accepts(value) ? value : fallback) };
}

export const isText = (value: unknown): value is string => typeof value === "string";
const isFlag = (value: unknown): value is boolean => typeof value === "boolean";
export const isNumber = (value: unknown): value is number =>
  typeof value === "number" && Number.isFinite(value);
export const isPositive = (value: unknown): value is number => isNumber(value) && value > 0;
export const isTexts = (value: unknown): value is string[] => Array.isArray(value) && value.every(isText);

function isFields(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export const text = (fallback = ""): Reader<string> => orElse(isText, fallback);
export const texts: Reader<string[]> = { parse: (value) => (isTexts(value) ? value : []) };
export const flag = (fallback = false): Reader<boolean> => orElse(isFlag, fallback);
export const optionalText = orElse(isText, undefined);
export const optionalFlag = orElse(isFlag, undefined);
export const optionalNumber = orElse(isNumber, undefined);
export const optionalPositive = orElse(isPositive, undefined);
export const flagOrNumber = orElse(
  (value): value is boolean | number => isFlag(value) || isNumber(value),
  false,
);

export function oneOf<const T extends string | number>(
  values: readonly T[],
  fallback: NoInfer<T>,
): Reader<T> {
  return { parse: (value) => values.find((known) => known === value) ?? fallback };
}

export function between<F>(least: number, most: number, fallback: F): Reader<number | F> {
  return orElse((value): value is number => isNumber(value) && value >= least && value <= most, fallback);
}

export const atLeast = (least: number, fallback: number): Reader<number> =>
  between(least, Number.POSITIVE_INFINITY, fallback);

export function integer<F>(least: number, most: number, fallback: F): Reader<number | F> {
  return orElse(
    (value): value is number =>
      Number.isSafeInteger(value) && Number(value) >= least && Number(value) <= most,
    fallback,
  );
}

/** Numbers that old documents keep as text. */
export const looseNumber: Reader<number | undefined> = {
  parse: (value) => optionalNumber.parse(isText(value) && value.trim() !== "" ? Number(value) : value),
};

/** All fields, of whatever is not an object as well: their defaults then. */
export function group<F extends Fields>(fields: F): Reader<Group<F>> {
  return {
    parse: (value) => {
      const stored = isFields(value) ? value : {};
      const read = Object.entries(fields)
        .map(([name, field]) => [name, field.parse(stored[name])])
        .filter(([, one]) => one !== undefined);
      return Object.fromEntries(read);
    },
  };
}

export function optionalGroup<F extends Fields>(fields: F): Reader<Group<F> | undefined> {
  const all = group(fields);
  return { parse: (value) => (isFields(value) ? all.parse(value) : undefined) };
}

/** A list of groups; empty when anything else is in it. */
export function groups<F extends Fields>(fields: F): Reader<Group<F>[]> {
  const one = group(fields);
  return {
    parse: (value) =>
      Array.isArray(value) && value.every(isFields) ? value.map((item) => one.parse(item)) : [],
  };
}

export const textSizes = group({ titleSize: optionalPositive, valueSize: optionalPositive });

export const vizSizing = oneOf(["auto", "manual"], "auto");

export const tooltipMode = group({ mode: oneOf(["single", "multi", "none"], "single") });
