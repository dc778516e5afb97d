import { expect, it } from "vitest";
import { expressionTree } from "@/lib/shared/promql/explain/expression-tree";
import { explainScalar } from "./explain-scalar";

const grid = { startSeconds: 0, endSeconds: 60, stepSeconds: 15 };

it.each([
  [null, /gives NaN for none/],
  [6, /gives NaN for 6/],
  [1, null],
])("tells how many series stand in scalar() where it is not one: %s", async (count, said) => {
  const asked: [string, number][] = [];
  const vector = async (expr: string, atSeconds: number) => {
    asked.push([expr, atSeconds]);
    return count === null ? [] : [{ labels: {}, value: count }];
  };
  const found = await explainScalar(expressionTree("1 + scalar(up > 5)"), { source: { vector }, grid });
  if (said === null) expect(found).toBeNull();
  else expect(found).toMatchObject({ reason: "comparison_filter", message: expect.stringMatching(said) });
  expect(asked).toEqual([["count(up > 5)", 60]]);
});

it("says nothing where there is no scalar()", async () => {
  const vector = async () => expect.fail();
  expect(await explainScalar(expressionTree("sum(up)"), { source: { vector }, grid })).toBeNull();
});
