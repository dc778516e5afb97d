import { z } from "zod";
import { setInDocument } from "@/lib/shared/dashboards/edit/set-in-document";
import type { DashboardDocument } from "@/lib/shared/dashboards/reading-model";
import { isJsonObject, type Json } from "@/lib/shared/json";
import { readArray, readObject } from "../read-json";

/**
 * A finding that somebody has looked at and keeps. Written in the dashboard itself under a key that Grafana ignores, so that
 * it travels with every version, export and review.
 */
export const LintException = z.object({
  rule: z.string().min(1),
  /** Id of the one panel it is about; absent: the whole dashboard. */
  panelId: z.number().optional(),
  variable: z.string().optional(),
  reason: z.string().trim().min(1),
});
export type LintException = z.infer<typeof LintException>;

const key = "panelsmith";
const path = [key, "lintExceptions"];

/** Those that name a rule and a reason; others count for nothing. */
export function readExceptions(document: DashboardDocument): LintException[] {
  return readArray(readObject(document[key]).lintExceptions).flatMap((stored) => {
    const parsed = LintException.safeParse(stored);
    return parsed.success ? [parsed.data] : [];
  });
}

interface Placed {
  rule: string;
  place: { panelId: number | null; variable: string | null };
}

export function findException(
  exceptions: readonly LintException[],
  { rule, place }: Placed,
): LintException | undefined {
  return exceptions.find(
    (exception) =>
      exception.rule === rule &&
      (exception.panelId === undefined || exception.panelId === place.panelId) &&
      (exception.variable === undefined || exception.variable === place.variable),
  );
}

export function addException(document: DashboardDocument, exception: LintException): DashboardDocument {
  const stored = readArray(readObject(document[key]).lintExceptions);
  return setInDocument(document, path, [...stored, { ...exception }]);
}

/** Takes away each exception of the same rule and place; with the last one the key goes too. */
export function removeException(
  document: DashboardDocument,
  exception: Omit<LintException, "reason">,
): DashboardDocument {
  const same = (stored: Json) =>
    isJsonObject(stored) &&
    stored.rule === exception.rule &&
    stored.panelId === exception.panelId &&
    stored.variable === exception.variable;
  const kept = readArray(readObject(document[key]).lintExceptions).filter((stored) => !same(stored));
  if (kept.length > 0 || Object.keys(readObject(document[key])).length > 1)
    return setInDocument(document, path, kept);
  const { [key]: _, ...rest } = document;
  return rest;
}
