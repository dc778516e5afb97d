import { describe, expect, it } from "vitest";
import { detailsLine } from "./audit-words";

describe("detailsLine", () => {
  it("says what is known on one line", () => {
    expect(detailsLine({ email: "ada@example.org", from: "viewer", to: "admin", note: null })).toBe(
      "email ada@example.org, from viewer, to admin",
    );
    expect(detailsLine({ members: 0, matchers: { tenant_id: "acme" }, done: false })).toBe(
      'members 0, matchers {"tenant_id":"acme"}, done false',
    );
    expect(detailsLine({})).toBe("");
  });
});
