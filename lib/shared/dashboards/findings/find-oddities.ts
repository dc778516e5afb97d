import type { JsonObject } from "@/lib/shared/json";
import { runSteps } from "@/lib/shared/run-steps";
import { readObject, readString } from "../read-json";
import { isV2Document } from "../schema-v2/find-v2-spec";
import { dashboardOddities } from "./dashboard-oddities";
import { datasourceOddities } from "./datasource-oddities";
import { fieldOddities } from "./field-oddities";
import type { ImportFinding } from "./finding";
import { keyOddities } from "./key-oddities";
import { layoutOddities } from "./layout-oddities";
import { idOddities, panelOddities } from "./panel-oddities";
import { targetOddities } from "./target-oddities";
import { textOddities } from "./text-oddities";
import { variableOddities } from "./variable-oddities";
import { objectsAt, type Placed, panelsOf } from "./walk-document";

/** Beyond this nobody looks for single numbers, and looking would cost more than the import. */
const longestText = 5_000_000;

/**
 * What is odd about a document that is about to be imported, in the order of the document's parts. Never throws. With
 * `enough` findings of its panels it looks at no further ones.
 */
export function findOddities(
  document: JsonObject,
  text = JSON.stringify(document),
  enough = Number.POSITIVE_INFINITY,
): ImportFinding[] {
  return runSteps(findOdditiesInSteps(document, text, enough));
}

/** The same for documents of thousands of panels. */
export function* findOdditiesInSteps(
  document: JsonObject,
  text: string,
  enough: number,
): Generator<void, ImportFinding[]> {
  const everywhere = [
    ...(/"(?:\$\$hashKey|__proto__)"/.test(text) ? keyOddities(document) : []),
    ...(text.length <= longestText ? textOddities(text) : []),
  ];
  if (isV2Document(document)) return [schemaV2, ...everywhere];
  yield;
  const panels = panelsOf(document);
  const variables = new Set(
    objectsAt(readObject(document.templating).list, []).map(({ raw }) => readString(raw.name)),
  );
  const ofDashboard = [
    ...dashboardOddities(document, panels),
    ...variableOddities(document),
    ...idOddities(panels),
    ...layoutOddities(document),
  ];
  const ofPanels = yield* oddPanels(panels, variables, enough);
  return [...ofDashboard, ...ofPanels, ...datasourceOddities(document), ...everywhere];
}

const panelsAStep = 20;

function* oddPanels(
  panels: readonly Placed[],
  variables: ReadonlySet<string>,
  enough: number,
): Generator<void, ImportFinding[]> {
  const found: ImportFinding[] = [];
  for (const [i, panel] of panels.entries()) {
    if (i % panelsAStep === 0) yield;
    found.push(...panelOddities(panel, variables), ...targetOddities(panel), ...fieldOddities(panel));
    if (found.length >= enough) break;
  }
  return found;
}

const schemaV2: ImportFinding = {
  id: "schema-v2",
  severity: "info",
  path: [],
  message: "This dashboard is of schema v2. It is kept as it is and shown, and cannot be edited here yet.",
};
