import { expect, it } from "vitest";
import { stringify } from "yaml";
import { countYamlParts } from "./count-yaml-parts";

const json = JSON.stringify({ x: Array(5_000).fill({ a: [1, "b"] }) }, null, 2);

it.each([
  ["a block", stringify({ kind: "ConfigMap", data: { "a.json": json, "b.json": json } })],
  [
    "quotes",
    `kind: ConfigMap\ndata:\n  a.json: ${JSON.stringify(json)}\n  b.json: '${json.replaceAll("\n", "")}'\n`,
  ],
])("counts the JSON in %s of a ConfigMap as one", (_, text) => {
  expect(countYamlParts(text)).toBeLessThan(20);
});

it.each([
  ["a flow", `a: [${"[],".repeat(40_000)}0]`],
  ["lines", "k: 1\n".repeat(40_000)],
  ["what only looks like a block", `a: [x: |\n  ${"[],".repeat(40_000)}0]`],
  ["what stands beside a block", `- a: |\n    x\n  b: [${"[],".repeat(40_000)}0]`],
  ["what follows an apostrophe", `a: don't\nb: [${"[],".repeat(40_000)}0]`],
])("counts %s", (_, text) => {
  expect(countYamlParts(text)).toBeGreaterThan(30_000);
});
