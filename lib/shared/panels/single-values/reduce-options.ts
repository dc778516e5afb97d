import { flag, group, integer, type Read, text, texts } from "@/lib/shared/panels/option-schemas";

/** How stat, gauge, bar gauge and pie chart turn series into single values. */
export const ReduceOptions = group({
  calcs: texts,
  /** Every row is a value of its own, instead of one calculation a field. */
  values: flag(),
  /** Empty: numbers; otherwise a field name or a pattern such as `/^free$/`. */
  fields: text(),
  limit: integer(1, 1000, 25),
});

export type ReduceOptions = Read<typeof ReduceOptions>;
