import { formatValue } from "./format-value";
import {
  findEntry,
  type ScopeEntry,
  toReference,
  type VariableScope,
  variablePattern,
  withoutNaming,
} from "./variable-scope";

/** Titles, links, descriptions: unknown names stay as they are written. */
export function interpolate(text: string, scope: VariableScope, defaultFormat = "glob"): string {
  if (!text.includes("$") && !text.includes("[[")) return text;
  return text.replace(variablePattern, (whole, ...groups) => {
    const reference = toReference(groups.slice(0, 6));
    const entry = findEntry(scope, reference);
    if (!entry) return whole;
    const filled = entry.namesOthers ? withOthers(entry, scope) : entry;
    return formatValue(reference.name, filled, reference.format ?? defaultFormat);
  });
}

function withOthers(entry: ScopeEntry, scope: VariableScope): ScopeEntry {
  return { ...entry, value: interpolate([entry.value].flat().join(), withoutNaming(scope)) };
}
