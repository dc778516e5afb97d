import { expect, it } from "vitest";
import { findUnsetVariable } from "./find-unset-variable";

const job = (value: string | string[]) => [{ name: "job", value }];

it.each([
  ['up{job="$job"}', [], /no variable \$job here/],
  ['up{job="$job"}', job("a"), /no variable \$job here/],
  ["sum by () (rate(x[]))", job(""), /variable \$job has no value/],
  ["rate(x[])", job([""]), /variable \$job has no value/],
])("tells of a variable that was not filled in: %s", (expr, variables, said) => {
  expect(findUnsetVariable({ expr, variables })).toMatchObject({
    reason: "variable_unset",
    message: expect.stringMatching(said),
  });
});

it.each([
  ['up{job=""}', job("")],
  ["rate(x[])", job("a")],
  ["rate(x[])", []],
  ["topk($1, up)", []],
])("blames none where the text can be read, or all have values: %s", (expr, variables) => {
  expect(findUnsetVariable({ expr, variables })).toBeNull();
});
