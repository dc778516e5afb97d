import { expect, it } from "vitest";
import { groupConflicts } from "./group-conflicts";

const at = (path: string) => ({ path: path.split("/"), mine: 1, theirs: 2 });

it("talks about panels, variables and settings", () => {
  const document = { panels: [{ id: 3, title: "Errors" }] };
  const conflicts = [
    "panels/#3/targets/#A/expr",
    "title",
    "panels/#3/fieldConfig/defaults/unit",
    "panels/#9",
    "templating/list/#job/query",
    "panels/#3/targets/#B/legendFormat",
  ].map(at);
  const groups = groupConflicts(conflicts, [document]);
  expect(groups.map(({ title, conflicts: inside }) => [title, inside.map(({ what }) => what)])).toEqual([
    ["Panel Errors", ["query A", "unit", "legend of query B"]],
    ["Settings of the dashboard", ["title"]],
    ["Panel 9", ["the whole panel"]],
    ["Variable job", ["query"]],
  ]);
});
