import { formatValue } from "./format-value";
import { findEntry, toReference, type VariableScope, variablePattern } from "./variable-scope";

/** Titles, links, descriptions: unknown names stay as they are written. */
export function interpolate(text: string, scope: VariableScope, defaultFormat = "glob"): string {
  if (!text.includes("$") && !text.includes("[[")) return text;
  return text.replace(variablePattern, (whole, ...groups) => {
    const reference = toReference(groups.slice(0, 6));
    const entry = findEntry(scope, reference);
    return entry ? formatValue(reference.name, entry, reference.format ?? defaultFormat) : whole;
  });
}
