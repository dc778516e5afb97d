import { expect, it } from "vitest";
import type { ImportFinding } from "@/lib/shared/dashboards/findings/finding";
import { groupFindings } from "./group-findings";

it("tells each rule once, the grave ones first", () => {
  const finding = (id: string, severity: ImportFinding["severity"], at: number): ImportFinding => ({
    ...{ id, severity, path: ["panels", at], message: `${id} ${at}` },
  });
  const found = [
    finding("a", "info", 0),
    finding("b", "warning", 0),
    finding("a", "info", 1),
    finding("a", "info", 2),
  ];
  expect(groupFindings(found).map(({ first, more }) => [first.message, more])).toEqual([
    ["b 0", 0],
    ["a 0", 2],
  ]);
});
