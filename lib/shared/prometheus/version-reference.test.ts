import { expect, it } from "vitest";
import { readStoredReference, versionReference } from "./version-reference";

it("names a dashboard or one of its versions, and comes back as it went", () => {
  expect(readStoredReference("web")).toEqual({ uid: "web", version: null });
  expect(readStoredReference(versionReference("web-1_a", 12))).toEqual({ uid: "web-1_a", version: 12 });
  expect(readStoredReference("web@x")).toEqual({ uid: "web@x", version: null });
});
