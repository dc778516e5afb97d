import { expect, it } from "vitest";
import { addressParts } from "./address-parts";

it("tells what is sent from what stands behind the #", () => {
  const texts = ["?a=1&b=2#c=3", "#c=3", "?a=%23", ""];
  expect(
    texts
      .map(addressParts)
      .map(({ search, behind }) => [search, behind].map((one) => Object.fromEntries(one))),
  ).toEqual([
    [{ a: "1", b: "2" }, { c: "3" }],
    [{}, { c: "3" }],
    [{ a: "#" }, {}],
    [{}, {}],
  ]);
});
