import { describe, expect, it } from "vitest";
import type { JsonObject } from "@/lib/shared/json";
import { noteOldGrafana } from "./note-old-grafana";

const chart = (title: string, custom: JsonObject, overrides: JsonObject[] = []): JsonObject => ({
  type: "timeseries",
  title,
  fieldConfig: { defaults: { custom }, overrides },
});
const stacked = chart("Models", { stacking: { group: "A", mode: "normal" } });
const lined = chart("Quota", { thresholdsStyle: { mode: "line" } });
const plain = chart("Plain", { stacking: { mode: "none" }, thresholdsStyle: { mode: "off" } });

describe("noteOldGrafana", () => {
  it("names what 7.5 leaves out, also inside collapsed rows", () => {
    const document = { panels: [stacked, plain, { type: "row", panels: [lined] }] };
    expect(noteOldGrafana(document, "7.5.5")).toBe(
      "Grafana 7.5.5 does not stack series (“Models”) and draws no threshold lines (“Quota”). Queries, values and the stored dashboard stay the same; 8.0 and later draw it all.",
    );
  });

  it("sees what only an override asks for", () => {
    const properties = [{ id: "custom.stacking", value: { group: "A", mode: "percent" } }];
    const panel = chart("Share", {}, [{ matcher: { id: "byName", options: "a" }, properties }]);
    expect(noteOldGrafana({ panels: [panel] }, "7.5.5")).toContain("“Share”");
  });

  it("has nothing to say where all is drawn", () => {
    expect(noteOldGrafana({ panels: [plain] }, "7.5.5")).toBeUndefined();
    expect(noteOldGrafana({ panels: [stacked, lined] }, "8.0.0")).toBeUndefined();
    expect(noteOldGrafana({ panels: [stacked, lined] }, "")).toBeUndefined();
  });
});
