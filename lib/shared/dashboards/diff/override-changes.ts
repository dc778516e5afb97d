import type { JsonPath } from "@/lib/shared/dashboards/edit/json-path";
import { isJsonObject, type Json, type JsonObject } from "@/lib/shared/json";
import { panelWord } from "./change-words";
import { keyedByName, orderChange } from "./keyed-by-name";
import { isSameJson } from "./leaf-changes";
import type { NamedChange } from "./named-change";
import { propertyWords } from "./property-words";
import { textOf, toldValue } from "./value-words";

/** Overrides, each known by the fields that it holds for. */
export function overrideChanges(
  before: Json | undefined,
  after: Json | undefined,
  path: JsonPath,
): NamedChange[] {
  const [old, now] = [keyedByName(before, matcherWords), keyedByName(after, matcherWords)];
  if (!old || !now) return [];
  const changes = [...new Set([...old.keys(), ...now.keys()])].flatMap((key) => {
    const [was, is] = [old.get(key), now.get(key)];
    if (was && is) return propertyChanges(was, is, key, [...path, key]);
    return [
      {
        what: `override for ${key}`,
        path: [...path, key],
        before: was && overrideWords(was),
        after: is && overrideWords(is),
      },
    ];
  });
  return [...changes, ...orderChange("overrides", path, old, now)];
}

function propertyChanges(was: JsonObject, is: JsonObject, key: string, path: JsonPath): NamedChange[] {
  const [old, now] = [propertiesOf(was), propertiesOf(is)];
  if (!old || !now) return [];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((id) => {
    const [before, after] = [old.get(id), now.get(id)];
    if (isSameJson(before, after)) return [];
    return [
      {
        what: `${propertyName(id)} of override for ${key}`,
        path: [...path, id],
        before: before && propertyWords(id, before.value),
        after: after && propertyWords(id, after.value),
      },
    ];
  });
}

function propertiesOf({ properties }: JsonObject): Map<string, JsonObject> | null {
  return keyedByName(properties, ({ id }) => textOf(id));
}

function overrideWords(override: JsonObject): string {
  const properties = propertiesOf(override) ?? new Map<string, JsonObject>();
  const words = [...properties].map(
    ([id, { value }]) => `${propertyName(id)} ${textOf(propertyWords(id, value))}`,
  );
  return words.join(", ") || "nothing";
}

function propertyName(id: string): string {
  return panelWord(["fieldConfig", "defaults", ...id.split(".")]).replace(/^fieldConfig\.defaults\./, "");
}

/** The name or pattern that an override holds for, else what its matcher says. */
function matcherWords({ matcher }: JsonObject): string {
  if (!isJsonObject(matcher)) return textOf(matcher);
  const options = textOf(toldValue(matcher.options));
  const word = { byName: "", byRegexp: "", byFrameRefID: "query " }[textOf(matcher.id)];
  return word === undefined ? `${textOf(matcher.id)} ${options}`.trim() : `${word}${options}`;
}
