import { z } from "zod";
import { Document } from "@/lib/shared/dashboards/dashboard";
import { LintReport } from "./lint-report";

export const LintRequest = z.object({
  mixin: z.boolean().default(false).describe("Also the rules for dashboards that are shared as a library."),
  cardinality: z.boolean().default(false).describe("Count the series of the metrics as well."),
});
export type LintRequest = z.infer<typeof LintRequest>;

export const DraftLintRequest = LintRequest.extend({ document: Document });

export const LintAnswer = LintReport.extend({
  unreachable: z.array(z.string()).describe("Datasources whose metrics could not be looked up."),
});
export type LintAnswer = z.infer<typeof LintAnswer>;
