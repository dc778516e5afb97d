import type { JsonPath } from "@/lib/shared/dashboards/edit/json-path";
import { isJsonObject, type Json, type JsonObject } from "@/lib/shared/json";
import { panelWord } from "./change-words";
import { leafChanges } from "./leaf-changes";
import { listChanges } from "./list-changes";
import { asWhole, type NamedChange } from "./named-change";
import { overrideChanges } from "./override-changes";
import { targetChanges } from "./target-changes";
import { colorWords, datasourceWords, mappingWords, textOf, thresholdWords } from "./value-words";
import { type Vocabulary, walkChanges } from "./walk-changes";

const vocabulary: Vocabulary = {
  word: panelWord,
  told: {
    targets: targetChanges,
    gridPos: placeChanges,
    datasource: asWhole("datasource", datasourceWords),
    "fieldConfig.defaults.color": asWhole("colour", colorWords),
    "fieldConfig.defaults.thresholds": thresholdChanges,
    "fieldConfig.defaults.mappings": asWhole("value mappings", mappingWords),
    "fieldConfig.overrides": overrideChanges,
    transformations: listChanges({
      one: "transformation",
      many: "transformations",
      name: ({ id }) => textOf(id),
    }),
    links: listChanges({
      one: "link",
      many: "links",
      name: ({ title, url }) => textOf(title) || textOf(url),
    }),
  },
};

/** What changed in a panel itself; the panels in a row have entries of their own. */
export function panelChanges(before: JsonObject, after: JsonObject): NamedChange[] {
  const own = ({ panels: _, ...rest }: JsonObject) => rest;
  return walkChanges(own(before), own(after), vocabulary).sort((a, b) => rank(a) - rank(b));
}

/** Queries first, whatever the order of the keys. */
function rank({ path: [first] }: NamedChange): number {
  return first === "targets" ? 0 : first === "gridPos" ? 2 : 1;
}

function placeChanges(before: Json | undefined, after: Json | undefined): NamedChange[] {
  const [place, size] = [
    pairOf(["x", "y"], ([x, y]) => `column ${x}, line ${y}`),
    pairOf(["w", "h"], ([w, h]) => `${w} × ${h}`),
  ];
  const told = [
    { what: "place", path: ["gridPos"], before: place(before), after: place(after) },
    { what: "size", path: ["gridPos", "size"], before: size(before), after: size(after) },
  ];
  return told.filter((change) => change.before !== change.after);
}

function pairOf(keys: readonly [string, string], words: (pair: [string, string]) => string) {
  return (gridPos: Json | undefined) => {
    if (gridPos === undefined) return undefined;
    const grid = isJsonObject(gridPos) ? gridPos : {};
    const [first, second] = keys.map((key) => textOf(grid[key]) || "?");
    return words([first ?? "?", second ?? "?"]);
  };
}

/** Step by step where there are as many as before, else the whole scale. */
function thresholdChanges(before: Json | undefined, after: Json | undefined, path: JsonPath): NamedChange[] {
  const [old, now] = [stepsOf(before), stepsOf(after)];
  const whole = asWhole("thresholds", thresholdWords);
  if (!old || !now || old.length !== now.length) return whole(before, after, path);
  return leafChanges(before, after, path).map((change) => ({ ...change, what: panelWord(change.path) }));
}

function stepsOf(thresholds: Json | undefined): Json[] | null {
  return isJsonObject(thresholds) && Array.isArray(thresholds.steps) ? thresholds.steps : null;
}
