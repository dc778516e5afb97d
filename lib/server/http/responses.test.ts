import { expect, it } from "vitest";
import { withDocument } from "./responses";

const pieceLength = 65_536;

it.each([
  ["short", '{"a":1.0}'],
  ["of one piece", `"${"a".repeat(pieceLength - 2)}"`],
  ["of several", `"${"a".repeat(3 * pieceLength)}"`],
  [
    "with a pair of surrogates where it is parted",
    `"${"a".repeat(pieceLength - 2)}🙂${"🙂".repeat(pieceLength)}"`,
  ],
])("puts in the text of a document as it is stored: %s", async (_, documentText) => {
  const stored = { uid: "x", documentText };
  const response = withDocument(stored, 201);
  expect(response.status).toBe(201);
  expect(response.headers.get("content-type")).toBe("application/json");
  expect((await response.text()) === `{"uid":"x","document":${documentText}}`).toBe(true);
});
