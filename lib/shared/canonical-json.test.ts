import fc from "fast-check";
import { expect, it } from "vitest";
import { canonicalJson } from "./canonical-json";
import type { Json } from "./json";

it("reads back as what it was", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const plain = JSON.parse(JSON.stringify(value)) as Json;
      expect(JSON.parse(canonicalJson(plain))).toEqual(plain);
    }),
  );
});
