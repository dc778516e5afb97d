import { describe, expect, it } from "vitest";
import type { JsonObject } from "@/lib/shared/json";
import { sampleContext, sampleData, samplePanel } from "@/lib/shared/panels/testing/sample-panel";
import type { Frame } from "@/lib/shared/prometheus/frame";
import { prepareNodeGraph } from "./prepare";

function tableOf(rows: [Record<string, string>, number][]): Frame {
  return { kind: "instant", timeSeconds: 50, series: rows.map(([labels, value]) => ({ labels, value })) };
}

function graph(frames: Record<string, Frame>, raw: JsonObject = {}) {
  const targets = Object.keys(frames).map((refId) => ({ refId, expr: "x", format: "table", instant: true }));
  const rename = { id: "renameByRegex", options: { regex: "Value.*", renamePattern: "mainstat" } };
  const panel = samplePanel({ type: "nodeGraph", targets, transformations: [rename], ...raw });
  return prepareNodeGraph(panel, sampleData(frames), sampleContext);
}

const nodes = tableOf([
  [{ id: "api", title: "API", subtitle: "eu", detail__team: "core", color: "red" }, 1_500],
  [{ id: "db", title: "Database", color: "no colour" }, 20],
]);
const edges = tableOf([
  [{ id: "1", source: "api", target: "db" }, 7],
  [{ id: "2", source: "api", target: "gone" }, 7],
]);

describe("prepareNodeGraph", () => {
  it("reads tables of nodes and of edges by Grafana's names of columns", () => {
    const options = { nodes: { mainStatUnit: "reqps" }, edges: { mainStatUnit: "s" } };
    const model = graph({ nodes, edges }, { options });
    expect(model.nodes).toMatchObject([
      { id: "api", title: "API", subtitle: "eu", mainStat: "1.50K req/s", color: "#F2495C" },
      { id: "db", title: "Database", subtitle: "", mainStat: "20 req/s", color: "#5794F2" },
    ]);
    expect(model.nodes[0]?.details).toEqual([{ name: "team", value: "core" }]);
    expect(model.edges).toMatchObject([{ id: "1", source: "api", target: "db", mainStat: "7 s" }]);
    expect(model.note).toBeNull();
  });

  it("makes nodes of the ends of edges where none are asked for", () => {
    const model = graph({ A: edges });
    expect(model.nodes.map(({ id, title }) => [id, title])).toEqual([
      ["api", "api"],
      ["db", "db"],
      ["gone", "gone"],
    ]);
    expect(model.edges).toHaveLength(2);
  });

  it("names edges by their ends where they have no id, and keeps the first of those that are alike", () => {
    const twice = tableOf([
      [{ source: "a", target: "b" }, 1],
      [{ source: "a", target: "b" }, 2],
      [{ source: "b", target: "a" }, 3],
    ]);
    expect(graph({ A: twice }).edges.map(({ id, mainStat }) => [id, mainStat])).toEqual([
      ["a -> b", "1"],
      ["b -> a", "3"],
    ]);
  });

  it("makes rings of the shares that the columns arc__ or the chosen ones have", () => {
    const fixed = (name: string, color: string) => ({
      matcher: { id: "byName", options: name },
      properties: [{ id: "color", value: { mode: "fixed", fixedColor: color } }],
    });
    const rename = { id: "renameByRegex", options: { regex: "Value.*", renamePattern: "arc__ok" } };
    const fieldConfig = { defaults: {}, overrides: [fixed("arc__ok", "green")] };
    const own = graph({ A: nodes }, { fieldConfig, transformations: [rename] });
    expect(own.nodes[0]?.arcs).toEqual([{ share: 1, color: "#73BF69", name: "ok" }]);
    const options = { nodes: { arcs: [{ field: "mainstat", color: "blue" }] } };
    expect(graph({ A: nodes }, { options }).nodes[1]?.arcs).toEqual([
      { share: 1, color: "#5794F2", name: "mainstat" },
    ]);
  });

  it("says what it needs, and how many it leaves out", () => {
    expect(graph({ A: tableOf([[{ name: "x" }, 1]]) }).note).toContain("column id");
    const many = tableOf(Array.from({ length: 260 }, (_, index) => [{ id: `n${index}` }, 1]));
    const model = graph({ A: many });
    expect([model.nodes.length, model.note]).toEqual([200, "The first 200 of 260 nodes. The table has all."]);
  });
});
