import * as z from "zod/mini";
import { flag, text } from "@/lib/shared/panels/option-schemas";

/** How stat, gauge, bar gauge and pie chart turn series into single values. */
export const ReduceOptions = z.catch(
  z.object({
    calcs: z.catch(z.array(z.string()), []),
    /** Every row is a value of its own, instead of one calculation a field. */
    values: flag(),
    /** Empty: numbers; otherwise a field name or a pattern such as `/^free$/`. */
    fields: text(),
    limit: z.catch(z.int().check(z.positive(), z.maximum(1000)), 25),
  }),
  { calcs: [], values: false, fields: "", limit: 25 },
);

export type ReduceOptions = z.infer<typeof ReduceOptions>;
