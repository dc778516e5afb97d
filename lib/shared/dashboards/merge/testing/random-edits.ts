import fc from "fast-check";
import type { Json, JsonObject } from "@/lib/shared/json";

/** A document whose panels carry a mark of their own, by which a test knows them wherever they stand. */
export interface Marked extends JsonObject {
  panels: JsonObject[];
}

/** What is added gets a higher id: one taken over from a panel that was removed says nothing about which panel it is. */
const idsOfStart = 99;

type Edit = (document: Marked, side: string) => void;

const word = fc.constantFrom("a", "b", "c", "d");
const key = fc.constantFrom("title", "description", "unknownKey", "__proto__");
const at = fc.nat(9);

/** The panels at the root and in rows, with the lists in which they lie. */
function places({ panels }: Marked): { list: JsonObject[]; index: number; panel: JsonObject }[] {
  return panels.flatMap((panel, index) => [
    { list: panels, index, panel },
    ...inside(panel).map((nested, n) => ({ list: inside(panel), index: n, panel: nested })),
  ]);
}

function inside(panel: JsonObject): JsonObject[] {
  return Array.isArray(panel.panels) ? (panel.panels as JsonObject[]) : [];
}

function pick(document: Marked, n: number) {
  const all = places(document);
  return all.length === 0 ? undefined : all[n % all.length];
}

function set(object: JsonObject, name: string, value: Json): void {
  Object.defineProperty(object, name, { value, writable: true, enumerable: true, configurable: true });
}

function objectAt(parent: JsonObject, name: string): JsonObject {
  const value = parent[name];
  return typeof value === "object" && value !== null && !Array.isArray(value) ? value : {};
}

const setKey: fc.Arbitrary<Edit> = fc.tuple(at, key, word).map(([n, name, value]) => (document, side) => {
  const panel = pick(document, n)?.panel;
  if (panel) set(panel, name, `${side}-${value}`);
});

const setDeep: fc.Arbitrary<Edit> = fc.tuple(at, word, word).map(([n, name, value]) => (document, side) => {
  const panel = pick(document, n)?.panel;
  if (panel) panel.options = { ...objectAt(panel, "options"), [name]: `${side}-${value}` };
});

const setQuery: fc.Arbitrary<Edit> = fc
  .tuple(at, fc.constantFrom("A", "B"), word)
  .map(([n, refId, value]) => (document, side) => {
    const panel = pick(document, n)?.panel;
    if (!panel) return;
    const targets = Array.isArray(panel.targets) ? (panel.targets as JsonObject[]) : [];
    panel.targets = [
      ...targets.filter((target) => target.refId !== refId),
      { refId, expr: `${side}-${value}` },
    ];
  });

const removePanel: fc.Arbitrary<Edit> = at.map((n) => (document) => {
  const place = pick(document, n);
  place?.list.splice(place.index, 1);
});

const addPanel: fc.Arbitrary<Edit> = fc
  .tuple(at, word, fc.boolean())
  .map(([n, value, withId]) => (document, side) => {
    const all = places(document);
    const id =
      Math.max(idsOfStart, ...all.map(({ panel }) => (typeof panel.id === "number" ? panel.id : 0))) + 1;
    // One panel a mark, also where others were taken away meanwhile.
    const marks = new Set(all.map(({ panel }) => panel.mark));
    let number = all.length;
    while (marks.has(`${side}-new-${number}-${value}`)) number++;
    const mark = `${side}-new-${number}-${value}`;
    const list = pick(document, n)?.list ?? document.panels;
    list.push({ ...(withId ? { id } : {}), mark, title: `${side} ${value}`, gridPos: { x: 0, y: 0 } });
  });

const movePanel: fc.Arbitrary<Edit> = fc.tuple(at, at).map(([from, to]) => (document) => {
  const place = pick(document, from);
  if (!place || Array.isArray(place.panel.panels)) return;
  const target = document.panels[to % document.panels.length];
  const list =
    target && target !== place.panel && Array.isArray(target.panels) ? inside(target) : document.panels;
  place.list.splice(place.index, 1);
  list.splice(to % (list.length + 1), 0, place.panel);
});

const setVariable: fc.Arbitrary<Edit> = fc.tuple(word, word).map(([name, value]) => (document, side) => {
  const list = (objectAt(document, "templating").list as JsonObject[]).filter(
    (variable) => variable.name !== name,
  );
  document.templating = { list: [...list, { name, query: `${side}-${value}` }] };
});

const setRoot: fc.Arbitrary<Edit> = fc.tuple(fc.constantFrom("title", "refresh", "odd"), word).map(
  ([name, value]) =>
    (document, side) =>
      set(document, name, `${side}-${value}`),
);

const setAnnotation: fc.Arbitrary<Edit> = word.map((value) => (document, side) => {
  document.annotations = { list: [{ name: "Deploys", expr: `${side}-${value}` }] };
});

export const edits = fc.array(
  fc.oneof(setKey, setDeep, setQuery, removePanel, addPanel, movePanel, setVariable, setRoot, setAnnotation),
  { maxLength: 6 },
);

const panel = fc.record({
  // Ids that are missing, shared or texts: all of them occur.
  id: fc.oneof(
    { weight: 6, arbitrary: fc.constant("own") },
    { weight: 1, arbitrary: fc.constantFrom("none", "same", "text") },
  ),
  title: word,
  isRow: fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
});

export const startDocument: fc.Arbitrary<Marked> = fc
  .array(panel, { minLength: 1, maxLength: 6 })
  .map((panels) => ({
    title: "start",
    templating: { list: [{ name: "a", query: "start" }] },
    panels: panels.map(({ id, title, isRow }, n) => ({
      ...(id === "none" ? {} : { id: id === "same" ? 99 : id === "text" ? `p${n}` : n + 1 }),
      mark: `m${n}`,
      title,
      gridPos: { x: n, y: 0 },
      targets: [{ refId: "A", expr: "start" }],
      ...(isRow
        ? { type: "row", panels: [{ id: 50 + n, mark: `n${n}`, title: "inner", gridPos: { x: 0, y: 1 } }] }
        : {}),
    })),
  }));

export function applyEdits(document: Marked, list: readonly Edit[], side: string): Marked {
  const copy = structuredClone(document);
  for (const edit of list) edit(copy, side);
  return copy;
}
