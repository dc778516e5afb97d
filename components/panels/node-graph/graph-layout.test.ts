import { describe, expect, it } from "vitest";
import { arrowTip, curvedPath, graphLayout, nodeRadius } from "./graph-layout";

const shape = (...pairs: [string, string][]) => ({
  nodes: [...new Set(pairs.flat())].map((id) => ({ id })),
  edges: pairs.map(([source, target]) => ({ id: `${source}-${target}`, source, target })),
});

describe("graphLayout", () => {
  it("goes from left to right along the edges, without two nodes in one place", () => {
    const { places, width, height } = graphLayout(shape(["a", "b"], ["b", "c"], ["a", "d"], ["x", "y"]));
    const at = (id: string) => places.get(id) ?? { x: 0, y: 0 };
    expect(at("a").x).toBeLessThan(at("b").x);
    expect(at("b").x).toBeLessThan(at("c").x);
    const all = [...places.values()];
    for (const [i, one] of all.entries()) {
      for (const other of all.slice(i + 1))
        expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(nodeRadius * 2);
      expect(one.x + nodeRadius).toBeLessThanOrEqual(width);
      expect(one.y + nodeRadius).toBeLessThanOrEqual(height);
    }
  });

  it("puts many into columns, in the direction of their edges, none upon another", () => {
    const chain = Array.from({ length: 90 }, (_, i): [string, string] => [`n${i}`, `n${i + (i % 3) + 1}`]);
    const { places, width, height } = graphLayout(shape(...chain, ["x", "y"], ["y", "x"]));
    const at = [...places.values()];
    expect(new Set(at.map(({ x, y }) => `${x} ${y}`)).size).toBe(at.length);
    expect(at.every(({ x, y }) => x + nodeRadius <= width && y + nodeRadius <= height)).toBe(true);
    expect(places.get("n0")?.x).toBeLessThan(places.get("n1")?.x ?? 0);
  });

  it("ends lines at the circles, and takes circles and loops", () => {
    const { places, lines } = graphLayout(shape(["a", "b"], ["b", "a"], ["a", "a"]));
    const line = lines.get("a-b") ?? [];
    const gap = (id: string, index: number) => {
      const [place, end] = [places.get(id), line.at(index)];
      return Math.hypot((place?.x ?? 0) - (end?.x ?? 0), (place?.y ?? 0) - (end?.y ?? 0));
    };
    expect([gap("a", 0), gap("b", -1)].every((one) => one >= nodeRadius && one < nodeRadius + 6)).toBe(true);
    const [own, middle] = [lines.get("a-a") ?? [], places.get("a") ?? { x: 0, y: 0 }];
    const away = own.map(({ x, y }) => Math.hypot(x - middle.x, y - middle.y));
    expect(away.map((one) => one >= nodeRadius)).toEqual([true, true, true, true]);
    expect(graphLayout({ nodes: [{ id: "alone" }], edges: [] }).places.size).toBe(1);
    expect(graphLayout({ nodes: [], edges: [] }).places.size).toBe(0);
  });
});

it("draws round corners and tips in the line's direction", () => {
  const line = [0, 10, 20].map((x) => ({ x, y: x === 10 ? 10 : 0 }));
  expect(curvedPath(line)).toBe("M0,0Q10,10 20,0");
  expect(curvedPath(line.slice(0, 2))).toBe("M0,0L10,10");
  expect(curvedPath([])).toBe("");
  const corners = arrowTip([
    { x: 0, y: 0 },
    { x: 100, y: 0 },
  ]).split(" ");
  expect(corners[0]).toBe("100,0");
  expect(Number(corners[1]?.split(",")[0])).toBeLessThan(100);
});
