import { describe, expect, it } from "vitest";
import { parseDocumentText, parseJsonBody } from "./read-json-body";

const long = "x".repeat(300_000);
const nested = (depth: number) => `${'{"a":'.repeat(depth)}1${"}".repeat(depth)}`;

describe("a long JSON body", () => {
  it("is read as a short one is", async () => {
    const value = { long, list: [1, { b: [null] }], object: { c: "d" } };
    expect(await parseJsonBody(JSON.stringify(value))).toEqual(value);
  });

  it.each([
    ["that breaks off", JSON.stringify({ long, list: [1, 2] }).slice(0, -2)],
    ["that nests too deeply", `{"long":"${long}","deep":${nested(600)}}`],
    ["with more behind it", `${JSON.stringify({ long })} 1`],
  ])("is refused in words: one %s", async (_, text) => {
    await expect(parseJsonBody(text)).rejects.toMatchObject({
      code: "INVALID_INPUT",
      message: expect.stringContaining("The JSON cannot be read"),
    });
  });

  it.each([1_000, 199_000, 230_000, 262_000, 263_000])(
    "nests no deeper with %i letters in front",
    async (letters) => {
      await expect(parseJsonBody(`{"long":"${"x".repeat(letters)}","deep":${nested(600)}}`)).rejects.toThrow(
        /500/,
      );
    },
  );

  it("has the place of its mistake named when it is short", async () => {
    await expect(parseJsonBody('{"a":1,}')).rejects.toThrow(/line 1, column 8: there is a comma before }/);
  });
});

describe("the text of a long document", () => {
  const keys = Object.fromEntries(Array.from({ length: 30_000 }, (_, i) => [`k${i}`, i]));

  it.each([
    [
      "with many parts",
      { document: { panels: Array.from({ length: 9_000 }, (_, id) => ({ id, long: "x" })) } },
    ],
    ["with an object of tens of thousands of keys", { long, keys }],
    ["with a part of megabytes", { document: { text: "x".repeat(3_500_000) } }],
  ])("is read whatever it is made of: one %s", async (_, value) => {
    expect(await parseDocumentText(JSON.stringify(value))).toEqual(value);
  });

  it("has the place of its mistake named", async () => {
    await expect(parseDocumentText(`{"a":"${long}",\n"b":1,}`)).rejects.toThrow(
      /line 2, column 7: there is a comma before }/,
    );
    await expect(parseDocumentText(`{"long":"${long}","deep":${nested(600)}}`)).rejects.toThrow(/601 levels/);
    await expect(parseDocumentText(`[${"1,".repeat(1_100_000)}1]`)).rejects.toThrow(/at most 1,000,000/);
  });
});
