import { describe, expect, it } from "vitest";
import { sparklinePath } from "./sparkline-path";

const range = { fromMs: 0, toMs: 30 };
const box = { width: 30, height: 13 };

describe("sparklinePath", () => {
  it("parts the line at gaps and leaves lone points out", () => {
    const line = { timesMs: [0, 10, 20, 30], values: [0, 10, null, 5] };
    expect(sparklinePath(line, box, range)).toEqual({ line: "M0,12L10,2", area: "M0,13L0,12L10,2L10,13Z" });
  });

  it("has nothing to draw of one point or of none", () => {
    expect(sparklinePath({ timesMs: [0], values: [1] }, box, range)).toBeNull();
    expect(sparklinePath({ timesMs: [0, 10, 20], values: [1, null, 2] }, box, range)).toBeNull();
    expect(
      sparklinePath({ timesMs: [0, 10], values: [Number.NaN, Number.POSITIVE_INFINITY] }, box, range),
    ).toBeNull();
  });

  it("measures between the bounds that the field sets, as Grafana does", () => {
    const line = { timesMs: [0, 30], values: [90, 100], min: 0, max: 100 };
    expect(sparklinePath(line, box, range)?.line).toBe("M0,3L30,2");
    expect(sparklinePath({ ...line, values: [-50, 200] }, box, range)?.line).toBe("M0,12L30,2");
    expect(sparklinePath({ ...line, max: undefined, values: [5, 10] }, box, range)?.line).toBe("M0,7L30,2");
  });

  it("fills to zero from either side", () => {
    const area = (values: number[]) => sparklinePath({ timesMs: [0, 30], values }, box, range)?.area;
    expect(area([-5, 5])).toBe("M0,7L0,12L30,2L30,7Z");
    expect(area([-10, -5])).toBe("M0,0L0,12L30,2L30,0Z");
    expect(area([5, 10])).toBe("M0,13L0,12L30,2L30,13Z");
  });

  it("draws a level line where nothing changes", () => {
    expect(sparklinePath({ timesMs: [0, 30], values: [7, 7] }, box, range)?.line).toBe("M0,8.6L30,8.6");
  });
});
