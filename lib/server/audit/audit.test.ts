import { describe, expect, it } from "vitest";
import { withTenant } from "@/lib/server/db";
import { createTestTenant } from "@/lib/server/testing/create-test-tenant";
import { exportAudit } from "./export-audit";
import { listAudit } from "./list-audit";
import { recordAudit } from "./record-audit";

async function tenantWithEvents(actions: string[]) {
  const a = await createTestTenant();
  for (const [index, action] of actions.entries()) {
    await withTenant(a.tenant.id, (tx) =>
      recordAudit(tx, a.editor, { action, subject: { type: "x", id: String(index) } }),
    );
  }
  return a;
}

describe("the audit log", () => {
  it("is searched and paged, newest first, by admins of the tenant alone", async () => {
    const [a, b] = [await tenantWithEvents(["a.one", "a.two", "b.three"]), await createTestTenant("B")];
    const first = await listAudit(a.admin, { limit: 2 });
    const rest = await listAudit(a.admin, { limit: 2, cursor: first.nextCursor });
    expect([...first.items, ...rest.items].map(({ action }) => action)).toEqual([
      "b.three",
      "a.two",
      "a.one",
    ]);
    expect((await listAudit(a.admin, { query: "A.T" })).items).toHaveLength(1);
    expect((await listAudit(a.admin, { query: "%" })).items).toEqual([]);
    expect((await listAudit(a.admin, { actor: a.editor.actor.id, action: "a.one" })).items).toHaveLength(1);
    expect((await listAudit(b.admin, {})).items).toEqual([]);
    await expect(listAudit(a.publisher, {})).rejects.toMatchObject({ code: "FORBIDDEN" });
    for (const cursor of ["nonsense", "2026-01-01T00:00:00.000Z|1"]) {
      const encoded = Buffer.from(cursor).toString("base64url");
      await expect(listAudit(a.admin, { cursor: encoded })).rejects.toThrow(/This cursor/);
    }
  });

  it("is exported as CSV whose cells no spreadsheet runs", async () => {
    const a = await tenantWithEvents(["=cmd()", 'quote",\nline']);
    const text = await new Response(exportAudit(a.admin, {})).text();
    const [head, first] = text.split("\r\n");
    expect(head).toBe("at,actor_kind,actor_id,actor,action,subject_type,subject_id,ip,request_id,details");
    expect(first).toMatch(/,x,1,/);
    expect(text).toContain(",'=cmd(),");
    expect(text).toContain('"quote"",\nline"');
  });
});
