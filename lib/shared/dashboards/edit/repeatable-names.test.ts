import { expect, it } from "vitest";
import { repeatableNames } from "./repeatable-names";

it("offers what has values to repeat for", () => {
  const variables = [
    { name: "job", type: "query" },
    { name: "filters", type: "adhoc" },
    { name: "env", type: "custom" },
  ] as const;
  expect(repeatableNames(variables)).toEqual(["job", "env"]);
});
