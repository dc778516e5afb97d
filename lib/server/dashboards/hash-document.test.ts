import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isJsonObject, type Json } from "@/lib/shared/json";
import { hashDocument, hashInPieces } from "./hash-document";

/** What stored hashes were made of: the document with sorted keys, as one text. */
function canonical(value: Json): Json {
  if (Array.isArray(value)) return value.map(canonical);
  if (!isJsonObject(value)) return value;
  const keys = Object.keys(value).sort();
  return Object.fromEntries(keys.map((key) => [key, canonical(value[key] ?? null)]));
}

function asOneText(document: Json): string {
  return createHash("sha256")
    .update(JSON.stringify(canonical(document)))
    .digest("hex");
}

const json = fc.jsonValue({ noUnicodeString: false }).map((value): Json => JSON.parse(JSON.stringify(value)));

describe("hashDocument", () => {
  it("is the hash of the text with sorted keys, for any document", () => {
    fc.assert(fc.property(json, (document) => hashDocument(document) === asOneText(document)));
  });

  it.each([
    ["keys like numbers", '{"b":1,"10":2,"9":3,"01":4,"-1":5,"4294967295":6,"4294967294":7,"1.5":8}'],
    ["__proto__", '{"z":{"__proto__":{"a":1}},"constructor":2}'],
    ["empty lists and objects", '{"a":[],"b":{},"c":[[],{}]}'],
    ["halves of pairs", '{"a":"\\ud800","\\udc00":1}'],
  ])("keeps %s in their order", (_, text) => {
    expect(hashDocument(JSON.parse(text))).toBe(asOneText(JSON.parse(text)));
  });

  it("says the same in pieces", async () => {
    const document: Json = Array.from({ length: 40_000 }, (_, i) => ({ id: i, title: `Panel ${i} Ä` }));
    expect(await hashInPieces(document)).toBe(asOneText(document));
  });
});
