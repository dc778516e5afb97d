import { expect, it } from "vitest";
import type { TargetResult } from "@/lib/shared/panels/panel-data";
import { instantTable } from "./instant-table";

const result = (refId: string, value: number): TargetResult => ({
  refId,
  expr: "up",
  warnings: [],
  frame: { kind: "instant", timeSeconds: 5, series: [{ labels: { job: "a" }, value }] },
});

it("leaves out what is the same in every line", () => {
  expect(instantTable([result("A", 1)])).toEqual({ columns: ["job", "Value"], rows: [["a", 1]] });
  expect(instantTable([result("A", 1), result("B", 2)])).toEqual({
    columns: ["Query", "job", "Value"],
    rows: [
      ["A", "a", 1],
      ["B", "a", 2],
    ],
  });
});
