import { expect, it } from "vitest";
import { setInDocument } from "./set-in-document";

const document = { title: "Jobs", panels: [{ id: 1, title: "a" }], templating: { list: [] } };

it("sets and takes out values, and shares all else", () => {
  const renamed = setInDocument(document, ["panels", 0, "title"], "b");
  expect(renamed).toEqual({ ...document, panels: [{ id: 1, title: "b" }] });
  expect(renamed.templating).toBe(document.templating);
  expect(setInDocument(document, ["templating"], undefined)).not.toHaveProperty("templating");
  expect(setInDocument(document, ["links"], undefined)).toBe(document);
});

it("never makes something else of a document", () => {
  expect(setInDocument(document, [], 3)).toBe(document);
});
