import { z } from "zod";
import type { Json } from "@/lib/shared/json";
import { LintException } from "./exceptions";
import { lintSeverities } from "./lint-rule";

const Path = z.array(z.union([z.string(), z.number()])).readonly();

export const LintEdit = z.union([
  z.object({ path: Path, value: z.custom<Json>((value) => value !== undefined) }),
  z.object({ path: Path, remove: z.literal(true) }),
]);

export const Finding = z.object({
  rule: z.string(),
  severity: z.enum(lintSeverities),
  message: z.string(),
  place: z.object({
    panelId: z.number().nullable(),
    panel: z.string().describe("The panel's title."),
    refId: z.string().nullable(),
    variable: z.string().nullable(),
    path: Path.describe("Where in the document."),
  }),
  fix: z.object({ label: z.string(), edits: z.array(LintEdit) }).optional(),
});
export type Finding = z.infer<typeof Finding>;

export const LintReport = z.object({
  findings: z.array(Finding),
  excepted: z.array(Finding.extend({ reason: z.string() })),
  unusedExceptions: z.array(LintException).describe("Exceptions that nothing is found for any more."),
});
export type LintReport = z.infer<typeof LintReport>;
