import { expect, it } from "vitest";
import { holdsWords } from "./holds-words";

it("finds words in any order and case, and everything for nothing", () => {
  expect(holdsWords("kafka INFRA", "Infrastructure / Kafka")).toBe(true);
  expect(holdsWords("kafka web", "Infrastructure / Kafka")).toBe(false);
  expect(holdsWords("", "x")).toBe(true);
});
