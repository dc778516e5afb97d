import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeJson } from "./decode-json";
import { indentJson } from "./indent-json";
import { minifyJson } from "./minify-json";
import { parseJson } from "./parse-json";
import { memberText } from "./scan-json";

describe("minifyJson and indentJson", () => {
  it("lay out as JSON.stringify does, and change nothing else", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const [tight, wide] = [JSON.stringify(value), JSON.stringify(value, null, 2)];
        expect(minifyJson(wide)).toBe(tight);
        expect(indentJson(tight)).toBe(wide);
        expect(indentJson(wide)).toBe(wide);
      }),
    );
  });

  it("keep spelling: numbers, escapes, repeated keys, keys that are numbers", () => {
    const text = '{"10":1.0,"2":1e999,"a":"\\u0041 \\" \\\\","a":[ ],"__proto__":{ }}';
    expect(minifyJson(indentJson(text))).toBe(text.replaceAll(" ]", "]").replaceAll("{ }", "{}"));
  });

  it("take a text of millions of characters", () => {
    const text = JSON.stringify({ a: 'x"\\'.repeat(1_000_000) }, null, 2);
    expect(JSON.parse(minifyJson(text))).toEqual(JSON.parse(text));
    const list = Array.from({ length: 50_000 }, (_, i) => ({ i, a: ["x"] }));
    expect(indentJson(JSON.stringify(list))).toBe(JSON.stringify(list, null, 2));
  });
});

describe("memberText", () => {
  it("finds a member at the top, the last of repeated ones", () => {
    expect(
      memberText(' { "x" : {"document":1}, "document" : [1.0, 2] , "document":{"a" :"}"} }', "document"),
    ).toBe('{"a" :"}"}');
    expect(memberText("{}", "document")).toBeUndefined();
  });
});

describe("parseJson", () => {
  it.each([
    ['{\n  "a": 1,\n}', 3, 1, /Remove that comma/],
    ["{'a': 1}", 1, 2, /double quotes/],
    ['{"a": NaN}', 1, 7, /NaN is no JSON/],
    ['{"a": 1', 1, 8, /cut off/],
    ["{a: 1}", 1, 2, /Quote it/],
    ['{"a": 1 // x\n}', 1, 9, /comment/],
    ["", 1, 1, /nothing in it/],
    ['{"a": "x\n"}', 1, 7, /Write line ends as/],
  ])("says where %j breaks and what to do", (text, line, column, advice) => {
    expect(parseJson(text)).toMatchObject({ line, column, problem: expect.stringMatching(advice) });
  });

  it("refuses 10,000 levels before anything walks them", () => {
    const text = `{"title":"t","x":${"[".repeat(10_000)}${"]".repeat(10_000)}}`;
    expect(parseJson(text)).toMatchObject({ problem: expect.stringMatching(/10001 levels/), line: 1 });
    expect(parseJson('"[[["')).toEqual({ value: "[[[" });
  });
});

describe("decodeJson", () => {
  it("reads UTF-8 and UTF-16, with and without a mark, and nothing else", () => {
    const text = '{"é":1}';
    const wide = (mark: boolean) => {
      const codes = Uint16Array.from([...(mark ? "\ufeff" : ""), ...text].map((char) => char.charCodeAt(0)));
      return new Uint8Array(codes.buffer);
    };
    const swapped = (bytes: Uint8Array) => Uint8Array.from(bytes, (_, i) => bytes[i ^ 1] ?? 0);
    const utf8 = new TextEncoder().encode(text);
    for (const bytes of [
      utf8,
      Uint8Array.of(0xef, 0xbb, 0xbf, ...utf8),
      wide(true),
      wide(false),
      swapped(wide(true)),
      swapped(wide(false)),
    ]) {
      expect(decodeJson(bytes)).toBe(text);
    }
    expect(decodeJson(Uint8Array.of(0x7b, 0x22, 0xff, 0x22, 0x7d))).toBeNull();
  });
});
