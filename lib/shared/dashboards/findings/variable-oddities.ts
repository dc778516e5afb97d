import { isJsonObject, type JsonObject } from "@/lib/shared/json";
import { readObject, readString } from "../read-json";
import type { ImportFinding } from "./finding";
import { objectsAt, type Placed } from "./walk-document";

/** What is odd about the variables of a dashboard. */
export function variableOddities(document: JsonObject): ImportFinding[] {
  const variables = objectsAt(readObject(document.templating).list, ["templating", "list"]);
  const seen = new Set<string>();
  return variables.flatMap((variable) => {
    const name = readString(variable.raw.name);
    const isRepeated = name !== "" && seen.has(name);
    seen.add(name);
    return [...nameOddities(variable, name, isRepeated), ...valueOddities(variable, name)];
  });
}

function nameOddities({ path }: Placed, name: string, isRepeated: boolean): ImportFinding[] {
  const fix = { label: "Remove it", changes: [{ path }] };
  if (name === "") {
    const message = "A variable has no name and is left out.";
    return [{ id: "variable-without-name", severity: "warning", path, message, fix }];
  }
  if (isRepeated) {
    const message = `Two variables are called "${name}"; the first one counts.`;
    return [{ id: "variable-repeated", severity: "warning", path, message, fix }];
  }
  if (/^\w+$/.test(name)) return [];
  const message = `The variable "${name}" can only be written as \${${name}}: its name has other signs than letters, digits and _.`;
  return [{ id: "variable-name", severity: "warning", path, message }];
}

function valueOddities({ raw, path }: Placed, name: string): ImportFinding[] {
  const found: ImportFinding[] = [];
  const add = (id: string, key: string, message: string, fix?: ImportFinding["fix"]) =>
    found.push({ id, severity: "info", path: [...path, key], message, ...(fix && { fix }) });
  if (typeof raw.refresh === "boolean") {
    const value = raw.refresh ? 1 : 0;
    const fix = { label: `Write ${value}`, changes: [{ path: [...path, "refresh"], value }] };
    add("variable-refresh-boolean", "refresh", `Refresh of the variable "${name}" is true or false.`, fix);
  }
  if (typeof raw.regex === "string" && /\(\?[=!<]/.test(raw.regex)) {
    add(
      "variable-lookaround",
      "regex",
      `The pattern of "${name}" looks around or names groups. It works here and in Grafana.`,
    );
  }
  if (typeof raw.allValue === "string" && raw.allValue !== "" && !/^\.[*+]$/.test(raw.allValue)) {
    add("variable-all-value", "allValue", `"All" of "${name}" sends ${raw.allValue.slice(0, 60)}.`);
  }
  const { current } = raw;
  if (isJsonObject(current)) found.push(...currentOddities(raw, current, [...path, "current"], name));
  return found;
}

function currentOddities(
  raw: JsonObject,
  current: JsonObject,
  path: Placed["path"],
  name: string,
): ImportFinding[] {
  const { text, value } = current;
  if (raw.type === "interval" && readString(value).startsWith("$__auto_interval")) {
    const message = `The variable "${name}" stands at auto: its step follows the time range.`;
    return [{ id: "variable-auto-interval", severity: "info", path, message }];
  }
  const differs = text !== undefined && value !== undefined && Array.isArray(text) !== Array.isArray(value);
  // Grafana itself writes one text for "All" and for one chosen value.
  if (!differs || typeof text === "string") return [];
  const message = `The current text of "${name}" is a list, its value is not; the value counts.`;
  const fix = {
    label: "Write the value as text too",
    changes: [{ path: [...path, "text"], value: value ?? null }],
  };
  return [{ id: "variable-current-shapes", severity: "info", path, message, fix }];
}
