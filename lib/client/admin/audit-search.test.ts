import { describe, expect, it } from "vitest";
import { AuditFilter } from "@/lib/shared/tenants/tenant";
import { auditSearch } from "./audit-search";

const everything = { query: "", action: "", actor: "", fromMs: null, toMs: null };

describe("auditSearch", () => {
  it("asks for nothing in particular when nothing is chosen", () => {
    expect(auditSearch(everything)).toBe("");
    expect(auditSearch(everything, { format: "csv" })).toBe("?format=csv");
  });

  it("asks in the form that the interface takes", () => {
    const search = auditSearch(
      { query: " web ", action: "member.add", actor: "Ada", fromMs: 0, toMs: 86_400_000 },
      { limit: 100, cursor: "c=" },
    );
    const { limit, ...rest } = Object.fromEntries(new URLSearchParams(search));
    expect(AuditFilter.parse({ ...rest, limit: Number(limit) })).toEqual({
      query: "web",
      action: "member.add",
      actor: "Ada",
      from: "1970-01-01T00:00:00.000Z",
      to: "1970-01-02T00:00:00.000Z",
      limit: 100,
      cursor: "c=",
    });
  });
});
