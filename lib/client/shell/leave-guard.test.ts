import { expect, it } from "vitest";
import { guardLeaving, leavePage } from "./leave-guard";

it("goes at once, unless a page wants to ask first", () => {
  const went: string[] = [];
  leavePage(() => went.push("first"));
  const asked: (() => void)[] = [];
  const release = guardLeaving((go) => asked.push(go));
  leavePage(() => went.push("second"));
  expect(went).toEqual(["first"]);
  asked[0]?.();
  release();
  leavePage(() => went.push("third"));
  expect(went).toEqual(["first", "second", "third"]);
});
