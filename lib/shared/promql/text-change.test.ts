import { expect, it } from "vitest";
import { changeText } from "./text-change";

it("changes parts in any order and leaves the rest", () => {
  const changes = [
    { from: 6, to: 7, text: "long" },
    { from: 0, to: 1, text: "" },
    { from: 3, to: 3, text: "+" },
  ];
  expect(changeText("a b # c", changes)).toBe(" b+ # long");
});
