import { describe, expect, it } from "vitest";
import { emptyDiff } from "./dashboard-diff";
import type { Drift, Publication } from "./publication";
import { countDashboards, diffSummary, publicationWord, type Resolution, willWrite } from "./words";

describe("willWrite", () => {
  it.each([
    ["create", false, undefined, true],
    ["update", false, "skip", false],
    ["no-change", false, undefined, false],
    ["drifted", true, undefined, false],
    ["drifted", true, "overwrite", true],
    ["conflict", false, "overwrite", false],
    ["refused", false, "overwrite", false],
  ] as const)("%s, resolvable %s, decided %s: %s", (action, resolvable, decision, expected) => {
    const resolve: Record<string, Resolution> = decision ? { a: decision } : {};
    expect(willWrite({ uid: "a", action, resolvable }, resolve)).toBe(expected);
  });
});

describe("publicationWord", () => {
  const drift = (state: Drift["state"]): Drift => ({
    state,
    changedBy: null,
    changedAt: null,
    grafanaVersion: null,
    diff: emptyDiff,
  });
  const word = (part: Partial<Pick<Publication, "drift" | "versionsBehind">>) =>
    publicationWord({ drift: null, versionsBehind: 0, ...part } as Publication).word;

  it("puts what happened in Grafana first", () => {
    expect(word({ drift: drift("changed"), versionsBehind: 2 })).toBe("Changed in Grafana");
    expect(word({ drift: drift("deleted") })).toBe("Deleted in Grafana");
    expect(word({ versionsBehind: 1 })).toBe("1 version behind");
    expect(word({ versionsBehind: null })).toBe("Deleted here");
    expect(word({ drift: drift("in-sync") })).toBe("Up to date");
  });
});

describe("countDashboards", () => {
  it("counts one and many", () => {
    expect([countDashboards(1), countDashboards(4)]).toEqual(["1 dashboard", "4 dashboards"]);
  });
});

describe("diffSummary", () => {
  const item = (change: "added" | "changed", isRow?: boolean) => ({
    ...{ panelId: 1, title: "x", change, fields: [] },
    ...(isRow ? { isRow } : {}),
  });

  it("counts panels and rows apart", () => {
    const panels = [item("added"), item("added"), item("added", true), item("changed", true)];
    const field = { path: "title", before: "a", after: "b" };
    expect(diffSummary({ ...emptyDiff, settings: [field], panels })).toBe(
      "1 row changed, 2 panels and 1 row added, 1 setting",
    );
  });
});
