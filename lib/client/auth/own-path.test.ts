import { describe, expect, it } from "vitest";
import { ownPath } from "./own-path";

describe("ownPath", () => {
  it("keeps paths of this origin with what follows them", () => {
    expect(ownPath("/t/acme/d/web?from=now-6h#a")).toBe("/t/acme/d/web?from=now-6h#a");
  });

  it.each([
    "//evil.example",
    "/\\evil.example",
    "https://evil.example/",
    "javascript:alert(1)",
    "",
    "t/acme",
    null,
    undefined,
  ])("turns %s into the start page", (next) => {
    expect(ownPath(next)).toBe("/");
  });
});
