import { describe, expect, it } from "vitest";
import { runSteps } from "@/lib/shared/run-steps";
import { findMatches } from "./find-matches";
import { readSearchEntryInSteps } from "./read-search-entry";
import { readSearchQuery } from "./read-search-query";

const readSearchEntry = (...asked: Parameters<typeof readSearchEntryInSteps>) =>
  runSteps(readSearchEntryInSteps(...asked));
const names = { title: "Ünïted API", tags: ["Web"] };

describe("readSearchEntry", () => {
  it("knows titles, tags, panels, metrics and the words of expressions, in lower case", () => {
    const entry = readSearchEntry(
      {
        panels: [
          {
            id: 3,
            title: "Errors",
            targets: [{ expr: 'sum(rate(http_errors_total{path="/a-b"}[$__rate_interval]))' }],
          },
        ],
        templating: { list: [{ type: "query", query: "label_values(up, job)" }] },
        annotations: { list: [{ expr: "deploys_total > 0" }] },
      },
      names,
    );
    expect(entry.metrics).toEqual(["http_errors_total", "deploys_total"]);
    expect(entry.panels).toEqual([{ id: 3, title: "Errors" }]);
    const lines = entry.text.split("\n");
    expect(lines).toEqual(
      expect.arrayContaining(["ünïted api", "web", "errors", "http_errors_total", "a-b", "label_values"]),
    );
    expect(new Set(lines).size).toBe(lines.length);
    expect(entry.expressions).toContain('sum(rate(http_errors_total{path="/a-b"}[$__rate_interval]))');
  });

  it("takes whatever shape a document has, and text that Postgres cannot hold", () => {
    expect(readSearchEntry({ panels: 7, rows: "x", templating: null } as never, names).panels).toEqual([]);
    const odd = readSearchEntry(
      { panels: [null, { title: "a\0b", targets: {} }, { targets: [{ expr: "((" }, 1] }] },
      names,
    );
    expect(odd.panels).toEqual([{ id: null, title: "ab" }]);
    expect(odd.metrics).toEqual([]);
    expect(odd.expressions).toBe("((");
  });

  it("stays small however large the document is", () => {
    const panels = Array.from({ length: 5_000 }, (_, id) => ({
      id,
      title: `Panel number ${id}`,
      targets: [{ expr: `metric_${id}` }],
    }));
    expect(readSearchEntry({ panels }, names).text.length).toBeLessThanOrEqual(60_000);
  });
});

describe("readSearchQuery", () => {
  it("takes words apart, and keeps the whole where there is more than words", () => {
    expect(readSearchQuery(" API  latency ")).toEqual({
      whole: "API  latency",
      words: ["api", "latency"],
      fragment: null,
    });
    expect(readSearchQuery("rate(up [5m])")).toMatchObject({
      words: ["rate", "up", "5m"],
      fragment: { typed: "rate(up [5m])", squeezed: "rate(up[5m])" },
    });
  });
});

describe("findMatches", () => {
  const found = {
    title: "API",
    tags: ["api-tag"],
    panels: [{ id: 1, title: "api errors" }],
    metrics: ["errors_total"],
  };

  it("says nothing beside a title, and prefers what holds all words", () => {
    expect(findMatches(readSearchQuery("api"), found)).toEqual([]);
    expect(findMatches(readSearchQuery("api errors"), found)).toEqual([
      { kind: "panel", text: "api errors", panelId: 1 },
    ]);
    expect(findMatches(readSearchQuery("tag total"), found)).toEqual([
      { kind: "tag", text: "api-tag" },
      { kind: "metric", text: "errors_total" },
    ]);
    expect(findMatches(readSearchQuery("by(le)"), found)).toEqual([{ kind: "expression", text: "" }]);
  });
});
