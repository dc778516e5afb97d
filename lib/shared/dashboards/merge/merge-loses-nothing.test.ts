import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isJsonObject, type Json, type JsonObject } from "@/lib/shared/json";
import { mergeDashboards } from "./merge-dashboards";
import type { MaybeJson } from "./merge-value";
import { applyEdits, edits, type Marked, startDocument } from "./testing/random-edits";

const cases = Number(process.env.MERGE_CASES ?? 10_000);

/** Every leaf under the mark of its panel, `panel m3 / options / a`; where a panel stands is a leaf, too. */
function leavesOf(document: Json, place = "root", into = new Map<string, string>()): Map<string, string> {
  const walk = (value: Json, path: string) => {
    if (isJsonObject(value) && typeof value.mark === "string" && !path.startsWith(`panel ${value.mark}`)) {
      into.set(
        `panel ${value.mark} / stands in`,
        path.startsWith("panel ") ? (path.split(" / ")[0] ?? "") : place,
      );
      return walk(value, `panel ${value.mark}`);
    }
    if (Array.isArray(value)) {
      value.forEach((item, index) => {
        walk(item, `${path} / ${isJsonObject(item) ? (item.refId ?? item.name ?? index) : index}`);
      });
    } else if (isJsonObject(value)) {
      for (const [key, inner] of Object.entries(value)) if (key !== "id") walk(inner, `${path} / ${key}`);
    } else {
      into.set(path, JSON.stringify(value));
    }
  };
  walk(document, place);
  return into;
}

/** What a conflict shows of one side, as text: a value that stands in it was not lost. */
function told(values: MaybeJson[]): string {
  return JSON.stringify(values);
}

function changesOf(before: Map<string, string>, after: Map<string, string>) {
  const keys = new Set([...before.keys(), ...after.keys()]);
  return [...keys]
    .filter((key) => before.get(key) !== after.get(key))
    .map((key) => ({ key, value: after.get(key) }));
}

/** Without an id of its own a panel that was changed cannot be told from one that took its place: its values must be there. */
function doubtfulMarks(documents: Marked[]): Set<string> {
  const doubtful = documents.flatMap((document) => {
    const panels = document.panels.flatMap((panel) => [panel, ...((panel.panels ?? []) as JsonObject[])]);
    const ids = panels.map((panel) => panel.id);
    return panels.filter(({ id }) => id === undefined || ids.indexOf(id) !== ids.lastIndexOf(id));
  });
  return new Set(doubtful.map(({ mark }) => `panel ${mark}`));
}

function lostChanges(base: Marked, mine: Marked, theirs: Marked): string[] {
  const { document, conflicts } = mergeDashboards(base, mine, theirs);
  const [before, result] = [leavesOf(base), leavesOf(document)];
  const text = JSON.stringify(document);
  const doubtful = doubtfulMarks([base, mine, theirs]);
  const sides = [
    { name: "mine", side: mine, shown: told(conflicts.map((conflict) => conflict.mine ?? null)) },
    { name: "theirs", side: theirs, shown: told(conflicts.map((conflict) => conflict.theirs ?? null)) },
  ];
  return sides.flatMap(({ name, side, shown }) =>
    changesOf(before, leavesOf(side))
      .filter(({ key, value }) => {
        if (result.get(key) === value) return false;
        if (doubtful.has(key.split(" / ")[0] ?? "") && (value === undefined || text.includes(value)))
          return false;
        if (value !== undefined && !key.endsWith("stands in")) return !shown.includes(value);
        // Taken away or moved: a conflict must be about this very panel or value.
        return conflicts.length === 0;
      })
      .map(({ key, value }) => `${name}: ${key} = ${value}`),
  );
}

describe("a merge of two people's work", () => {
  it(`loses nothing in ${cases} random interleavings: each change is in the result or in a conflict`, () => {
    fc.assert(
      fc.property(startDocument, edits, edits, (base, my, their) => {
        const [mine, theirs] = [applyEdits(base, my, "mine"), applyEdits(base, their, "theirs")];
        expect(lostChanges(base, mine, theirs)).toEqual([]);
      }),
      { numRuns: cases },
    );
  }, 180_000);

  it("is what one side did when the other did nothing or the same", () => {
    fc.assert(
      fc.property(startDocument, edits, (base, my) => {
        const mine = applyEdits(base, my, "mine");
        for (const [a, b] of [
          [mine, base],
          [base, mine],
          [mine, structuredClone(mine)],
        ] as const) {
          expect(mergeDashboards(base, a, b)).toEqual({ document: mine, conflicts: [] });
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it("invents nothing: each value of the result stands in one of the three", () => {
    fc.assert(
      fc.property(startDocument, edits, edits, fc.boolean(), (base, my, their, prefer) => {
        const [mine, theirs] = [applyEdits(base, my, "mine"), applyEdits(base, their, "theirs")];
        const { document } = mergeDashboards(base, mine, theirs, () => (prefer ? "mine" : "theirs"));
        const known = new Set([base, mine, theirs].flatMap((one) => [...leavesOf(one).values()]));
        const marks = [...leavesOf(document).keys()].filter((key) => key.endsWith("/ stands in"));
        expect(new Set(marks).size).toBe(marks.length);
        for (const value of leavesOf(document).values()) expect(known).toContain(value);
      }),
      { numRuns: 1_000 },
    );
  });
});
