import { describe, expect, it } from "vitest";
import { type Field, newField } from "@/lib/shared/panels/fields/data-frame";
import { stateLegend } from "./state-legend";
import { stateOfValue } from "./state-of-value";

const context = { theme: "dark", timeZone: "utc" } as const;

function fieldWith(options: Partial<Field["options"]>, values: unknown[] = []): Field {
  return newField({ name: "v", type: "number", values, options: { custom: {}, ...options } });
}

const thresholds: Field["options"]["thresholds"] = {
  mode: "absolute",
  steps: [
    { value: Number.NEGATIVE_INFINITY, color: "red" },
    { value: 70, color: "yellow" },
    { value: 85, color: "green" },
  ],
};

describe("stateOfValue", () => {
  it("names the ranges between thresholds", () => {
    const stateOf = stateOfValue(
      fieldWith({ thresholds, unit: "percent", color: { mode: "thresholds" } }),
      true,
      context,
    );
    expect([20, 70, 84.9, 100].map((value) => stateOf(value).text)).toEqual([
      "< 70%",
      "70%+",
      "70%+",
      "85%+",
    ]);
    expect(stateOf(20).color).not.toBe(stateOf(70).color);
  });

  it("lets value mappings win over thresholds", () => {
    const mapped = fieldWith({
      thresholds,
      color: { mode: "thresholds" },
      mappings: [{ type: "value", options: { "1": { text: "Up", color: "#00ff00" } } }],
    });
    expect(stateOfValue(mapped, true, context)(1)).toEqual({ color: "#00ff00", text: "Up" });
  });

  it("shows the value itself when values are not merged", () => {
    const stateOf = stateOfValue(fieldWith({ thresholds, color: { mode: "thresholds" } }), false, context);
    expect(stateOf(75).text).toBe("75");
  });
});

describe("stateLegend", () => {
  const legendOf = (values: unknown[]) => {
    const field = fieldWith({ thresholds, color: { mode: "thresholds" } }, values);
    return stateLegend([{ field }], context).map(({ label }) => label);
  };

  it("lists all states that thresholds make, in their order", () => {
    expect(legendOf([90, 10, null, 95])).toEqual(["< 70", "70+", "85+"]);
  });

  it("lists mapped states that occur, and nothing for colours that go over into one another", () => {
    const legend = (mode: string) => {
      const mappings = [{ type: "value" as const, options: { "1": { text: "Up" }, "2": { text: "Busy" } } }];
      const field = fieldWith({ thresholds, color: { mode }, mappings }, [2, 1, 2]);
      return stateLegend([{ field }], context).map(({ label }) => label);
    };
    expect(legend("thresholds")).toEqual(["Busy", "Up"]);
    expect(legend("continuous-GrYlRd")).toEqual([]);
  });

  it("lists nothing when there are too many states to tell apart", () => {
    const field = newField({
      name: "v",
      type: "string",
      values: Array.from({ length: 200 }, (_, i) => `s${i}`),
    });
    expect(stateLegend([{ field }], context)).toEqual([]);
  });
});
