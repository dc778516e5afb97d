import { describe, expect, it } from "vitest";
import type { Json, JsonObject } from "@/lib/shared/json";
import { findOddities } from "./find-oddities";
import { applyFixes } from "./finding";

const grid = { x: 0, y: 0, w: 12, h: 8 };
const panel = (more: JsonObject): JsonObject => ({
  title: "T",
  panels: [{ id: 1, type: "timeseries", title: "P", gridPos: grid, ...more }],
});
const target = (more: JsonObject) => panel({ targets: [{ refId: "A", expr: "up", ...more }] });
const defaults = (more: JsonObject) => panel({ fieldConfig: { defaults: more } });
const override = (more: JsonObject) =>
  panel({ fieldConfig: { overrides: [{ matcher: { id: "byName", options: "x" }, ...more }] } });
const variable = (more: JsonObject): JsonObject => ({
  templating: { list: [{ name: "v", type: "query", ...more }] },
});
const steps = (list: Json) => defaults({ thresholds: { mode: "absolute", steps: list } });
const text = (content: string) => panel({ type: "text", options: { content } });

/** Each oddity, and what its fix leaves; null where only a person can mend it. */
const cases: [id: string, document: JsonObject, fixed: JsonObject | null][] = [
  ["expr-whitespace", target({ expr: " up\n" }), target({})],
  ["expr-carriage-return", target({ expr: "up\r\n + 1" }), target({ expr: "up\n + 1" })],
  ["jsonnet-placeholder", target({ expr: "up{%(selector)s}" }), null],
  ["refid-missing", panel({ targets: [{ expr: "a" }] }), panel({ targets: [{ expr: "a", refId: "A" }] })],
  [
    "refid-repeated",
    panel({ targets: [{ refId: "A" }, { refId: "A" }] }),
    panel({ targets: [{ refId: "A" }, { refId: "B" }] }),
  ],
  ["interval-factor-text", target({ intervalFactor: "2" }), target({ intervalFactor: 2 })],
  ["threshold-steps-empty", steps([]), steps([{ color: "green", value: null }])],
  ["threshold-steps-no-list", steps(""), steps([{ color: "green", value: null }])],
  [
    "threshold-without-value",
    steps([{ color: "a", value: null }, { color: "b" }]),
    steps([{ color: "a", value: null }]),
  ],
  [
    "threshold-text",
    steps([
      { color: "a", value: null },
      { color: "b", value: "80" },
    ]),
    steps([
      { color: "a", value: null },
      { color: "b", value: 80 },
    ]),
  ],
  ["grid-zero-size", panel({ gridPos: { ...grid, h: 0 } }), panel({})],
  ["grid-incomplete", panel({ gridPos: { w: 12, h: 8 } }), panel({})],
  ["grid-missing", panel({ gridPos: "no" }), panel({ gridPos: { x: 0, y: 0, w: 6, h: 3 } })],
  ["grid-fraction", panel({ gridPos: { ...grid, w: 11.6 } }), panel({})],
  ["grid-too-wide", panel({ gridPos: { ...grid, w: 30 } }), panel({ gridPos: { ...grid, w: 24 } })],
  ["variable-lookaround", variable({ regex: "/(?!x)/" }), null],
  ["variable-auto-interval", variable({ type: "interval", current: { value: "$__auto_interval_v" } }), null],
  ["variable-refresh-boolean", variable({ refresh: true }), variable({ refresh: 1 })],
  ["variable-all-value", variable({ allValue: "[^x]+" }), null],
  [
    "variable-current-shapes",
    variable({ current: { text: ["a"], value: "a" } }),
    variable({ current: { text: "a", value: "a" } }),
  ],
  ["variable-without-name", { templating: { list: [{ name: "" }] } }, { templating: { list: [] } }],
  [
    "variable-repeated",
    { templating: { list: [{ name: "v" }, { name: "v" }] } },
    { templating: { list: [{ name: "v" }] } },
  ],
  ["variable-name", variable({ name: "namespace-viz" }), null],
  ["axis-limit-text", panel({ yaxes: [{ min: "0" }] }), panel({ yaxes: [{ min: 0 }] })],
  ["text-html", text("<b>x</b>"), null],
  ["text-image", text("<img src=x>"), null],
  ["text-script", text("<script>x</script>"), null],
  ["refresh-boolean", { refresh: false }, { refresh: "" }],
  ["panel-height", panel({ height: "200px" }), null],
  ["schema-version-old", { ...panel({}), schemaVersion: 18 }, null],
  ["schema-version-grid", { ...panel({}), schemaVersion: 14 }, null],
  ["schema-version-angular", { ...panel({ type: "graph" }), schemaVersion: 38 }, null],
  ["schema-version-text", { schemaVersion: "27" }, { schemaVersion: 27 }],
  ["angular-hash-key", panel({ x: [{ $$hashKey: "object:1" }] }), panel({ x: [{}] })],
  [
    "override-without-value",
    override({ properties: [{ id: "unit" }, { id: "min", value: 1 }] }),
    override({ properties: [{ id: "min", value: 1 }] }),
  ],
  [
    "override-lookaround",
    panel({ fieldConfig: { overrides: [{ matcher: { options: "/^(?!x)/" } }] } }),
    null,
  ],
  ["link-sub-path", { links: [{ url: "/graph/d/abc/x" }] }, null],
  [
    "datasource-odd-name",
    { ...panel({ datasource: "${DS_TEST-CLUSTER}" }), __inputs: [{ name: "DS_TEST-CLUSTER" }] },
    null,
  ],
  ["datasource-unnamed", panel({ datasource: "${DS_PROMETHEUS}" }), null],
  ["datasource-exploded", panel({ datasource: { "0": "M", "1": "e" } }), panel({ datasource: "Me" })],
  ["panel-angular", panel({ type: "singlestat" }), null],
  ["mapping-old", defaults({ mappings: [{ type: 1, value: "1", text: "x" }] }), null],
  ["panel-with-panels", panel({ panels: [] }), panel({})],
  ["repeat-unknown", panel({ repeat: "nobody" }), panel({})],
  ["singlestat-thresholds", panel({ type: "singlestat", thresholds: "10,high" }), null],
  ["jsonnet-leftover", { _config: {} }, {}],
  [
    "panel-id-missing",
    { panels: [{ id: 4, gridPos: grid }, { gridPos: grid }] },
    {
      panels: [
        { id: 4, gridPos: grid },
        { gridPos: grid, id: 5 },
      ],
    },
  ],
  [
    "panel-id-repeated",
    {
      panels: [
        { id: 4, gridPos: grid },
        { id: 4, gridPos: grid },
      ],
    },
    {
      panels: [
        { id: 4, gridPos: grid },
        { id: 5, gridPos: grid },
      ],
    },
  ],
  ["uid-no-text", { uid: 5 }, null],
  ["tags-no-list", { tags: "a" }, { tags: [] }],
  ["panels-no-list", { panels: {} }, null],
  ["schema-v2", { elements: {}, layout: {} }, null],
];

describe("findOddities", () => {
  it.each(cases)("finds %s, and its fix mends it and nothing else", (id, document, fixed) => {
    const before = JSON.stringify(document);
    const found = findOddities(document).filter((finding) => finding.id === id);
    expect(found).toHaveLength(1);
    expect(found[0]?.fix === undefined).toBe(fixed === null);
    const after = applyFixes(document, found);
    expect(JSON.stringify(document)).toBe(before);
    expect(after).toEqual(fixed ?? document);
    if (fixed) expect(findOddities(after).map((finding) => finding.id)).not.toContain(id);
  });

  it("sees in the text what parsing hides", () => {
    const json =
      '{"a":1,"a":2,"big":12345678901234567890,"huge":1e999,"fine":[1.0,-12345.5,"12345678901234567890"]}';
    const found = findOddities(JSON.parse(json), json);
    expect(found.map(({ id, path }) => [id, path.join(".")])).toEqual([
      ["key-repeated", "a"],
      ["number-inexact", "big"],
      ["number-inexact", "huge"],
    ]);
    const keys = findOddities(JSON.parse('{"x":{"__proto__":1}}'));
    expect(keys).toMatchObject([{ id: "prototype-key", path: ["x", "__proto__"] }]);
    expect(JSON.stringify(applyFixes(JSON.parse('{"x":{"__proto__":1}}'), keys))).toBe('{"x":{}}');
  });

  it("finds nothing in a document that is in order", () => {
    expect(findOddities({ ...target({}), uid: "u", tags: [], schemaVersion: 39, refresh: "" })).toEqual([]);
  });

  it("mends many at once: lists shrink from their ends", () => {
    const document = { templating: { list: [{ name: "" }, { name: "a" }, { name: "" }, { name: "a" }] } };
    expect(applyFixes(document, findOddities(document))).toEqual({ templating: { list: [{ name: "a" }] } });
  });
});
