import { describe, expect, it } from "vitest";
import { isSameNumber, nearestValues } from "./nearest-values";

const bounds = ["0.01", "0.05", "0.1", "0.5", "1", "2.5", "10", "+Inf"];

describe("nearestValues", () => {
  it("puts the same number written otherwise first, whatever the label is", () => {
    expect(nearestValues("le", "1.0", bounds)[0]).toBe("1");
    expect(nearestValues("le", ".50", bounds)[0]).toBe("0.5");
    expect(nearestValues("code", "5e2", ["500", "502"])[0]).toBe("500");
  });

  it("goes by size where the label measures", () => {
    expect(nearestValues("le", "2", bounds)).toEqual(["2.5", "1", "0.5"]);
    expect(nearestValues("quantile", "0.999", ["0.5", "0.9", "0.99"])[0]).toBe("0.99");
  });

  it("goes by letters elsewhere", () => {
    expect(nearestValues("status_code", "5000", ["200", "500", "503"])[0]).toBe("500");
    expect(nearestValues("le", "inf", bounds)[0]).toBe("+Inf");
    expect(nearestValues("method", "get", ["POST", "GET"])).toEqual(["GET"]);
  });
});

it.each([
  ["1", "1.0", true],
  ["1", "1", true],
  ["1", "10", false],
  ["a", "a", false],
  ["", "0", false],
])("isSameNumber(%j, %j) is %s", (a, b, same) => {
  expect(isSameNumber(a, b)).toBe(same);
});
