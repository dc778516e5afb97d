import { describe, expect, it } from "vitest";
import { detailsLine, subjectName } from "./audit-words";

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

describe("subjectName", () => {
  const id = "01a21880-a8ad-755b-aa73-d086b37804ec";

  it("names people and tokens as people do, and keeps ids that say something", () => {
    expect(subjectName(id, { email: "ada@example.org", name: "Ada" })).toBe("ada@example.org");
    expect(subjectName(id, { name: "ci" })).toBe("ci");
    expect(subjectName(id, { name: "", role: "viewer" })).toBe(id);
    expect(subjectName("api-metrics", { title: "API Metrics" })).toBe("api-metrics");
  });
});
