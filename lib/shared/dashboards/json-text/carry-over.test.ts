import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runSteps } from "@/lib/shared/run-steps";
import { carryOver, carryOverInSteps } from "./carry-over";
import { minifyJson } from "./minify-json";

const old =
  '{"b":1.0,"10":"x","a":12345678901234567890,"2":1e999,"list":[{"id":1,"v":1.50},{"id":2,"v":-0}],"é":"\\u00e9"}';
/** What a browser sends back. */
const throughProgram = (text: string, change: (document: Record<string, unknown>) => void = () => {}) => {
  const document = JSON.parse(text);
  change(document);
  return JSON.stringify(document);
};

describe("carryOver", () => {
  it("gives back the old text when nothing changed, whatever a program made of it", () => {
    expect(throughProgram(old)).not.toBe(old);
    expect(carryOver(old, throughProgram(old))).toBe(old);
  });

  it("changes only what the person changed", () => {
    const next = throughProgram(old, (document) => {
      document.a = 1;
      document.new = [2];
    });
    expect(carryOver(old, next)).toBe(
      old.replace("12345678901234567890", "1").replace('"\\u00e9"}', '"\\u00e9","new":[2]}'),
    );
  });

  it("follows items of a list by their id, not by their place", () => {
    const next = throughProgram(old, (document) => {
      document.list = [{ id: 3 }, ...(document.list as { id: number }[]).toReversed()];
    });
    expect(carryOver(old, next)).toBe(
      old.replace('[{"id":1,"v":1.50},{"id":2,"v":-0}]', '[{"id":3},{"id":2,"v":-0},{"id":1,"v":1.50}]'),
    );
  });

  it("keeps a repeated key until its value changes", () => {
    const twice = '{"a":1,"a":2.0,"b":3}';
    expect(carryOver(twice, '{"a":2,"b":4}')).toBe('{"a":1,"a":2.0,"b":4}');
    expect(carryOver(twice, '{"a":5,"b":3}')).toBe('{"a":5,"b":3}');
  });

  it("keeps __proto__ and constructor as data", () => {
    const text = '{"__proto__":{"x":1.0},"constructor":{"y":2},"z":1}';
    const next = throughProgram(text, (document) => {
      document.z = 2;
    });
    expect(carryOver(text, next)).toBe(text.replace('"z":1', '"z":2'));
  });

  it("takes the person's order of keys", () => {
    expect(carryOver('{"a":1.0,"b":2,"c":3}', '{"c":3,"a":1,"b":2}')).toBe('{"c":3,"a":1.0,"b":2}');
  });

  it("always says what the next text says", () => {
    const json = fc.jsonValue({ maxDepth: 4 }).map((value) => JSON.stringify(value));
    fc.assert(
      fc.property(json, json, (one, other) => {
        const carried = carryOver(one, other);
        expect(JSON.stringify(JSON.parse(carried))).toBe(JSON.stringify(JSON.parse(other)));
      }),
      { numRuns: 300 },
    );
  });

  it("always says what the next text says where the two are nearly alike", () => {
    const record = fc.record({ id: fc.nat(3), v: fc.constantFrom(1, 2, "1", null, true), k: fc.string() });
    const lists = fc.array(fc.oneof(record, fc.nat(3), fc.constant([])), { maxLength: 5 });
    fc.assert(
      fc.property(fc.record({ a: lists, b: lists }), fc.record({ a: lists, c: lists }), (one, other) => {
        const carried = carryOver(JSON.stringify(one), JSON.stringify(other));
        expect(JSON.parse(carried)).toEqual(other);
        expect(runSteps(carryOverInSteps(JSON.stringify(one), JSON.stringify(other)))).toBe(carried);
      }),
      { numRuns: 300 },
    );
  });

  it("takes tens of thousands of keys and of equal items", () => {
    const keys = (first: string) =>
      `{"k0":${first},${Array.from({ length: 50_000 }, (_, i) => `"k${i + 1}":1.0`).join()}}`;
    expect(carryOver(keys("1"), keys("2").replaceAll("1.0", "1"))).toBe(keys("2"));
    expect(carryOver('{"a":1}', keys("1").replace("{", '{"a":1,'))).toContain('"k50000":1.0');
    const items = (last: string) => `[${"1.0,".repeat(50_000)}${last}]`;
    expect(carryOver(items("2.0"), items("3").replaceAll("1.0", "1"))).toBe(items("3"));
  });

  it("works on what minifying leaves", () => {
    expect(carryOver(minifyJson('{ "a" : 1.0 }'), '{"a":1}')).toBe('{"a":1.0}');
  });
});
