import { describe, expect, it } from "vitest";
import { listQueryTexts } from "./list-query-texts";

describe("listQueryTexts", () => {
  it("finds queries of panels in rows, variables and annotations, with what they ask", () => {
    const found = listQueryTexts({
      panels: [
        {
          id: 1,
          datasource: "${DS}",
          targets: [{ expr: "a" }, 7, { expr: "b", datasource: { type: "loki" } }],
        },
        { id: 2, type: "row", panels: [{ id: 3, targets: [{ expr: "c" }, { rawSql: "select" }] }] },
      ],
      templating: {
        list: [
          { name: "DS", type: "datasource", query: "prometheus" },
          {
            name: "job",
            type: "query",
            query: { query: "label_values(up, job)" },
            definition: "label_values(up, job)",
          },
          { name: "fixed", type: "custom", query: "a,b" },
        ],
      },
      annotations: { list: [{ expr: "changes(x[1m]) > 0" }, { builtIn: 1 }] },
    });
    expect(found.map(({ path, text, from, to }) => [path.join("."), text.slice(from, to)])).toEqual([
      ["panels.0.targets.0.expr", "a"],
      ["panels.0.targets.2.expr", "b"],
      ["panels.1.panels.0.targets.0.expr", "c"],
      ["templating.list.1.query.query", "up"],
      ["templating.list.1.definition", "up"],
      ["annotations.list.0.expr", "changes(x[1m]) > 0"],
    ]);
    expect(found.map(({ datasourceType }) => datasourceType)).toEqual([
      "prometheus",
      "loki",
      null,
      null,
      null,
      null,
    ]);
  });
});
