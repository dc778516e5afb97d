import { describe, expect, it } from "vitest";
import type { JsonObject } from "@/lib/shared/json";
import { readPanel } from "./read-panel";

function read(raw: JsonObject) {
  return readPanel(raw, { id: 1, path: ["panels", 0], gridPos: { x: 0, y: 0, w: 12, h: 8 }, rowId: null });
}

describe("readPanel of odd JSON", () => {
  it("mends refIds and reads datasources of every shape", () => {
    const targets: JsonObject[] = [
      { expr: "a" },
      { refId: "A", expr: "b" },
      { refId: "A", expr: "c", datasource: "$ds" },
      { expr: "d", intervalFactor: "2", hide: true },
    ];
    const panel = read({ type: "stat", datasource: { "0": "M", "1": "e" }, targets });
    expect(panel.targets.map((target) => target.refId)).toEqual(["B", "A", "C", "D"]);
    expect(panel.targets[2]?.datasource).toEqual({ uid: "$ds" });
    expect(panel.targets[3]).toMatchObject({ intervalFactor: 2, hidden: true, format: "time_series" });
    expect(panel.datasource).toEqual({ uid: "Me" });
  });

  it("keeps thresholds that are empty or not a list from breaking anything", () => {
    const steps = (value: JsonObject | string) =>
      read({ type: "stat", fieldConfig: { defaults: { thresholds: value } } }).fieldConfig.defaults
        .thresholds;
    expect(steps({ mode: "absolute", steps: "" })).toEqual({ mode: "absolute", steps: [] });
    expect(
      steps({ steps: [{ color: "green" }, { color: "red" }, { color: "blue", value: "5" }] })?.steps,
    ).toEqual([
      { value: Number.NEGATIVE_INFINITY, color: "green" },
      { value: 5, color: "blue" },
    ]);
    expect(steps("70,80")).toBeUndefined();
  });
});
