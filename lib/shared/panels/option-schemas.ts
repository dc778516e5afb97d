// Stored options come from many releases of Grafana: anything odd takes the default. zod/mini, because pages load it.
import * as z from "zod/mini";

export const text = (fallback = "") => z.catch(z.string(), fallback);

export const flag = (fallback = false) => z.catch(z.boolean(), fallback);

export const oneOf = <const T extends readonly [string, ...string[]]>(values: T, fallback: T[number]) =>
  z.catch(z.enum(values), fallback);

export const between = (least: number, most: number, fallback: number) =>
  z.catch(z.number().check(z.minimum(least), z.maximum(most)), fallback);

export const atLeast = (least: number, fallback: number) =>
  z.catch(z.number().check(z.minimum(least)), fallback);

/** What is missing or odd is left out. */
export const maybe = <T extends z.ZodMiniType>(schema: T) => z.catch(z.optional(schema), undefined);

export const positive = z.number().check(z.positive());

/** Numbers that old documents keep as text. */
export const looseNumber = z.pipe(
  z.transform((value) => (typeof value === "string" && value.trim() !== "" ? Number(value) : value)),
  maybe(z.number()),
);

export const textSizes = z.catch(z.object({ titleSize: maybe(positive), valueSize: maybe(positive) }), {});

export const tooltipMode = z.catch(z.object({ mode: oneOf(["single", "multi", "none"], "single") }), {
  mode: "single",
});
