import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Json, JsonObject } from "@/lib/shared/json";
import { getAt, removeAt, setAt } from "./json-path";

describe("json paths", () => {
  const document: JsonObject = { title: "A", panels: [{ id: 1, options: { legend: {} } }, { id: 2 }], z: 1 };

  it("changes only what stands on the path and shares the rest", () => {
    const changed = setAt(document, ["panels", 0, "options", "legend", "calcs"], ["max"]);
    expect(getAt(changed, ["panels", 0, "options", "legend", "calcs"])).toEqual(["max"]);
    expect(getAt(changed, ["panels", 1])).toBe(getAt(document, ["panels", 1]));
    expect(Object.keys(changed as JsonObject)).toEqual(["title", "panels", "z"]);
    expect(getAt(document, ["panels", 0, "options"])).toEqual({ legend: {} });
  });

  it("makes the objects and lists that are missing", () => {
    expect(setAt({}, ["templating", "list", 0, "name"], "job")).toEqual({
      templating: { list: [{ name: "job" }] },
    });
  });

  it("removes keys and items, and answers the same root when there is nothing to remove", () => {
    expect(removeAt(document, ["panels", 0])).toEqual({ title: "A", panels: [{ id: 2 }], z: 1 });
    expect(removeAt(document, ["nothing", "here"])).toBe(document);
  });

  it("keeps __proto__ as plain data", () => {
    const hostile = JSON.parse('{"__proto__": {"polluted": true}, "a": 1}') as Json;
    const changed = setAt(setAt(hostile, ["a"], 2), ["__proto__", "polluted"], false);
    expect(JSON.stringify(changed)).toBe('{"__proto__":{"polluted":false},"a":2}');
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it("what was set is read back, and removing it again gives the document before", () => {
    const key = fc.string({ minLength: 1 });
    fc.assert(
      fc.property(fc.dictionary(key, fc.jsonValue()), key, fc.jsonValue(), (object, name, value) => {
        fc.pre(!Object.hasOwn(object, name) && value !== undefined);
        const set = setAt(object as Json, [name], value as Json);
        expect(getAt(set, [name])).toEqual(value);
        expect(removeAt(set, [name])).toEqual(object);
      }),
    );
  });
});
