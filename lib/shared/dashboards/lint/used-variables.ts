import { readObject, readObjects, readString } from "@/lib/shared/dashboards/read-json";
import type { DashboardDocument } from "@/lib/shared/dashboards/reading-model";
import { isJsonObject, type Json } from "@/lib/shared/json";

// With an end to each part, at the latest where the next begins: a long text without the closing bracket would else be read
// again from each of its places.
const reference =
  /\$\{([^${}:.\n]{1,200})(?:[:.](?:[^}\n$]|\$(?!\{)){0,400})?\}|\$(\w{1,200})|\[\[([\w-]{1,200})(?::\w{1,100})?\]\]|var-([\w-]{1,200})/g;
const nameKeys = new Set(["repeat"]);

/** The names that any text of the document refers to, a variable's mention of itself left out. */
export function usedVariables(document: DashboardDocument): Set<string> {
  const used = new Set<string>();
  const { templating, ...rest } = document;
  collect(rest, used);
  for (const variable of readObjects(readObject(templating).list)) {
    const own = new Set<string>();
    // Chosen and found values are no use of a variable.
    const { current: _current, options: _options, ...asked } = variable;
    collect(asked, own);
    own.delete(readString(variable.name));
    for (const name of own) used.add(name);
  }
  return used;
}

function collect(root: Json | undefined, used: Set<string>): void {
  const open: (Json | undefined)[] = [root];
  for (let value = open.pop(); open.length > 0 || value !== undefined; value = open.pop()) {
    if (typeof value === "string") for (const name of referencesIn(value)) used.add(name);
    else if (Array.isArray(value)) open.push(...value);
    else if (isJsonObject(value)) {
      for (const [key, inner] of Object.entries(value)) {
        if (nameKeys.has(key) && typeof inner === "string") used.add(inner);
        open.push(inner);
      }
    }
  }
}

/** Of one text; nothing that a person wrote is longer. */
const longest = 200_000;

/** The variables that a text names: `$a`, `${b}`, `${c:csv}`, `[[d]]`, `var-e`. */
export function referencesIn(text: string): string[] {
  const names: string[] = [];
  for (const [, braced, plain, bracketed, linked] of text.slice(0, longest).matchAll(reference)) {
    names.push(braced ?? plain ?? bracketed ?? linked ?? "");
  }
  return names;
}
