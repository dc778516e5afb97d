import { describe, expect, it } from "vitest";
import type { JsonObject } from "@/lib/shared/json";
import { replaceInQuery } from "./replace-in-query";

const document: JsonObject & { panels: JsonObject[] } = {
  title: "D",
  panels: [
    {
      id: 1,
      targets: [
        { refId: "A", expr: "rate(a[$__interval])" },
        { refId: "B", expr: "b", legendFormat: "x" },
      ],
    },
    { id: 2, type: "row", panels: [{ id: 3, targets: [{ refId: "A", expr: "b" }] }] },
  ],
};

describe("replaceInQuery", () => {
  it("changes one query and shares the rest, in rows too", () => {
    const changed = replaceInQuery(document, { panelId: 1, refId: "B" }, { from: "b", to: "b_total" });
    expect(changed.panels).toMatchObject([{ targets: [{}, { expr: "b_total", legendFormat: "x" }] }, {}]);
    expect((changed.panels as unknown[])[1]).toBe(document.panels[1]);
    const nested = replaceInQuery(document, { panelId: 3, refId: "A" }, { from: "b", to: "$&" });
    expect(nested.panels).toMatchObject([{}, { panels: [{ targets: [{ expr: "$&" }] }] }]);
  });

  it("leaves the document as it is where nothing fits", () => {
    expect(replaceInQuery(document, { panelId: 1, refId: "C" }, { from: "b", to: "c" })).toBe(document);
    expect(replaceInQuery(document, { panelId: 1, refId: "A" }, { from: "zzz", to: "c" })).toBe(document);
    expect(replaceInQuery(document, { panelId: 9, refId: "A" }, { from: "b", to: "c" })).toBe(document);
  });
});
