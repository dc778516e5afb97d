import { describe, expect, it } from "vitest";
import { AppError } from "@/lib/shared/errors";
import { plainString } from "./plain-string";
import { quote } from "./quote";
import { unquote } from "./string-literal";

describe("unquote", () => {
  it.each([
    ['"a\\"b"', 'a"b'],
    ["'it\\'s \\\"'", null],
    ["'it\\'s'", "it's"],
    ["`a\\n`", "a\\n"],
    ['"\\a\\b\\f\\n\\r\\t\\v\\\\"', "\x07\b\f\n\r\t\v\\"],
    ['"\\101\\x42\\u0043\\U00000044"', "ABCD"],
    ['"\\377"', null],
    ['"\\400"', null],
    ['"\\xc3\\xbc"', "ü"],
    ['"\\U0010ffff"', "\u{10ffff}"],
    ['"\\U00110000"', null],
    ['"\\ud7ff\\ue000"', "\ud7ff\ue000"],
    ['"\\ud800"', null],
    ['"\\udfff"', null],
    ['"\\n🙂"', "\n🙂"],
    ['"\\n\\xef\\xbb\\xbfa"', "\n\ufeffa"],
    ['"a', null],
    ['"', null],
    ["\"a'", null],
  ])("reads %s as Go does", (literal, value) => {
    expect(plainString(literal)).toBe(value);
    if (value === null) expect(() => unquote(literal)).toThrow(AppError);
  });
});

describe("quote", () => {
  it("is read back as it was, whatever stands in it", () => {
    for (let code = 0; code < 0x200; code++) {
      const value = `a${String.fromCharCode(code)}1`;
      expect(unquote(quote(value)), String(code)).toBe(value);
    }
  });

  it("writes control characters by their numbers", () => {
    expect(quote("\u0000\u001b\u0085\n\r\t")).toBe('"\\u0000\\u001b\\u0085\\n\\r\\t"');
  });
});
