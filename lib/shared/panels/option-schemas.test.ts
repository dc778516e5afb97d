import { describe, expect, it } from "vitest";
import {
  between,
  flag,
  group,
  groups,
  integer,
  looseNumber,
  oneOf,
  optionalGroup,
  optionalText,
  text,
  texts,
} from "./option-schemas";

const options = group({
  mode: oneOf(["a", "b"], "a"),
  size: between(0, 100, 50),
  steps: integer(1, 10, 5),
  unit: optionalText,
  inner: group({ on: flag(true), names: texts }),
});

const defaults = { mode: "a", size: 50, steps: 5, inner: { on: true, names: [] } };

describe("stored options", () => {
  it("keep what is known", () => {
    const stored = { mode: "b", size: 0, steps: 10, unit: "s", inner: { on: false, names: ["x"] } };
    expect(options.parse(stored)).toEqual(stored);
  });

  it.each([[{}], [null], [undefined], ["text"], [[1, 2]], [{ inner: null }]])(
    "take defaults for %j",
    (stored) => {
      expect(options.parse(stored)).toEqual(defaults);
    },
  );

  it("take the default of each odd field alone", () => {
    const stored = {
      mode: "c",
      size: 101,
      steps: 1.5,
      unit: 7,
      inner: { on: "yes", names: ["x", 1] },
      more: 1,
    };
    expect(options.parse(stored)).toEqual(defaults);
    expect("unit" in options.parse(stored)).toBe(false);
    expect(options.parse({ ...stored, size: Number.NaN, steps: 3 })).toEqual({ ...defaults, steps: 3 });
  });

  it("read numbers that are kept as text", () => {
    expect(["5", 5, " ", "x", null].map(looseNumber.parse)).toEqual([5, 5, undefined, undefined, undefined]);
  });

  it("tell a missing group and an odd list apart from empty ones", () => {
    expect(optionalGroup({ name: text() }).parse(undefined)).toBeUndefined();
    expect(optionalGroup({ name: text() }).parse({})).toEqual({ name: "" });
    expect(groups({ name: text() }).parse([{ name: "x" }, {}])).toEqual([{ name: "x" }, { name: "" }]);
    expect(groups({ name: text() }).parse([{ name: "x" }, 3])).toEqual([]);
  });
});
