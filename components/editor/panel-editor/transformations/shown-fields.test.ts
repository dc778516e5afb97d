import { expect, it } from "vitest";
import { shownFields } from "./shown-fields";
import type { TransformationField } from "./transformation-field";

const fields: TransformationField[] = [
  {
    label: "Mode",
    input: "choice",
    path: ["mode"],
    fallback: "one",
    choices: [],
    whenChosen: { one: [{ label: "First", input: "line", path: ["a"] }], two: [] },
  },
  { label: "Last", input: "field", path: ["b"] },
];

it("shows what belongs to the choice right behind it, be it stored or the usual one", () => {
  const shown = (mode?: string) =>
    shownFields(fields, mode === undefined ? {} : { mode }).map(({ label }) => label);
  expect([shown(), shown("one"), shown("two"), shown("unknown")]).toEqual([
    ["Mode", "First", "Last"],
    ["Mode", "First", "Last"],
    ["Mode", "Last"],
    ["Mode", "Last"],
  ]);
});
