import * as z from "zod";

/** How stat, gauge, bar gauge and pie chart turn series into single values. */
export const ReduceOptions = z
  .object({
    calcs: z.array(z.string()).catch([]),
    /** Every row is a value of its own, instead of one calculation a field. */
    values: z.boolean().catch(false),
    /** Empty: numbers; otherwise a field name or a pattern such as `/^free$/`. */
    fields: z.string().catch(""),
    limit: z.number().int().positive().max(1000).catch(25),
  })
  .catch({ calcs: [], values: false, fields: "", limit: 25 });

export type ReduceOptions = z.infer<typeof ReduceOptions>;
