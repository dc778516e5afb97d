import { z } from "zod";
import { PanelBatchRequest } from "./panel-batch";
import { StoredReference } from "./stored-reference";

/** What a variable of a stored dashboard can be chosen from. */
export const VariableNamesRequest = PanelBatchRequest.pick({
  fromMs: true,
  toMs: true,
  variables: true,
}).extend({
  dashboardUid: StoredReference,
  name: z.string().min(1).max(200).describe("Of the variable, as stored in the dashboard."),
  label: z
    .string()
    .regex(/^[a-zA-Z_][a-zA-Z0-9_]*$/)
    .optional()
    .describe("Of an ad hoc variable: the label whose values are wanted; its labels without it."),
});

export interface VariableNames {
  /** Before the variable's regex and order. */
  names: string[];
}
