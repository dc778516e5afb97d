import { expect, it } from "vitest";
import { lintDashboard } from "@/lib/shared/dashboards/lint/lint-dashboard";
import { countSeverities } from "./count-severities";
import { groupFindings, groupKey, placeNewLast, placeWords } from "./group-findings";

const { findings } = lintDashboard({
  uid: "x",
  title: "X",
  templating: { list: [{ name: "gone", type: "query", query: "label_values(up, job)", refresh: 2 }] },
  panels: [
    { id: 1, type: "stat", title: "One", targets: [{ refId: "A", expr: "sum(" }] },
    { id: 2, type: "stat", title: "Two", targets: [{ refId: "B", expr: "sum(" }] },
  ],
});

it("groups by rule, the gravest first, and says where in words", () => {
  const groups = groupFindings(findings);
  expect(groups[0]).toMatchObject({ rule: "target-promql", severity: "error", title: "Queries are PromQL" });
  expect(groups[0]?.findings.map(placeWords)).toEqual(["One, query A", "Two, query B"]);
  const unused = groups.find(({ rule }) => rule === "variable-unused");
  expect(unused?.findings.map(placeWords)).toEqual(["Variable gone"]);
  expect(groups.at(-1)?.severity).toBe("hint");
  const counts = countSeverities(findings);
  expect(counts.error).toBe(2);
  expect(counts.error + counts.warning + counts.hint).toBe(findings.length);
});

it("keeps what is seen in its place and puts what is found later below it", () => {
  const [first, second, ...rest] = groupFindings(findings);
  if (!first || !second) throw new Error("too few groups to place");
  const seen = [second, ...rest].map(groupKey);
  expect(placeNewLast(groupFindings(findings), seen).map(groupKey)).toEqual([...seen, groupKey(first)]);
  expect(placeNewLast([first, second], [])).toEqual([first, second]);
});
