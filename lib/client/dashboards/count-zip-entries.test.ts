import { strToU8, zipSync } from "fflate";
import { expect, it } from "vitest";
import { zipEntryCounter } from "./count-zip-entries";

it("counts the files of a zip, however its bytes are cut", () => {
  const zip = zipSync({
    "a.json": strToU8("PKPK\u0003"),
    "b/c.json": strToU8("x".repeat(500)),
    "d.json": strToU8(""),
  });
  for (const size of [1, 3, 7, 10_000]) {
    const count = zipEntryCounter();
    let seen = 0;
    for (let at = 0; at < zip.length; at += size) seen = count(zip.subarray(at, at + size));
    expect(seen).toBe(3);
  }
});
