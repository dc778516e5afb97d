import { expect, it } from "vitest";
import { readPanel } from "@/lib/shared/dashboards/read-panel";
import { transformersOf } from "./transformers-of";

const panelOf = (transformations: { id: string; disabled?: boolean }[]) =>
  readPanel({ transformations }, { id: 1, path: [], gridPos: { x: 0, y: 0, w: 1, h: 1 }, rowId: null });

it("loads what a panel transforms with, once, and nothing for the others", async () => {
  const first = transformersOf(panelOf([{ id: "organize" }, { id: "unknown" }]));
  expect(transformersOf(panelOf([{ id: "organize" }, { id: "unknown" }]))).toBe(first);
  expect(Object.keys((await first) ?? {})).toEqual(["organize"]);
  expect(transformersOf(panelOf([{ id: "merge", disabled: true }]))).toBeNull();
});
