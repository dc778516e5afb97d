import { describe, expect, it } from "vitest";
import { verifyCredentials } from "@/lib/server/auth/verify-credentials";
import { withPlatform, withTenant } from "@/lib/server/db";
import { atOnce } from "@/lib/server/testing/at-once";
import { createTestTenant } from "@/lib/server/testing/create-test-tenant";
import { acceptInvitation } from "./accept-invitation";
import { addMember } from "./add-member";
import { changeMember, removeMember } from "./change-member";
import { listInvitations, listMembers } from "./list-members";
import { revokeInvitation } from "./revoke-invitation";

const visitor = { user: null, requestId: "t", ip: null };
const password = "long enough for this";
const newEmail = () => `${crypto.randomUUID()}@example.org`;

async function invite(ctx: Parameters<typeof addMember>[0], email = newEmail()) {
  const added = await addMember(ctx, { email: email.toUpperCase(), role: "editor" });
  if (!("token" in added)) throw new Error("expected an invitation");
  return { ...added, email };
}

describe("invitations", () => {
  it("make an account with the invited address and its role, once", async () => {
    const a = await createTestTenant();
    const { token, email } = await invite(a.admin);
    expect(await acceptInvitation(visitor, { token, name: "New", password })).toEqual({
      tenant: a.tenant.slug,
      email,
    });
    expect((await verifyCredentials(email, password)).kind).toBe("verified");
    expect((await listMembers(a.admin)).items.find((member) => member.email === email)).toMatchObject({
      role: "editor",
      name: "New",
    });
    await expect(acceptInvitation(visitor, { token, password })).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect((await listInvitations(a.admin)).items).toEqual([]);
  });

  it("are worth one account when used twice at once", async () => {
    const a = await createTestTenant();
    const { token } = await invite(a.admin);
    const results = await Promise.allSettled(
      [1, 2].map(() => acceptInvitation(visitor, { token, password })),
    );
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("are refused late, revoked, replaced, or for somebody else", async () => {
    const a = await createTestTenant();
    const late = await invite(a.admin);
    await withTenant(a.tenant.id, (tx) =>
      tx.invitation.updateMany({ data: { expiresAt: new Date(Date.now() - 1000) } }),
    );
    const revoked = await invite(a.admin);
    await revokeInvitation(a.admin, revoked.invitation.id);
    const replaced = await invite(a.admin);
    const current = await invite(a.admin, replaced.email);
    for (const { token } of [late, revoked, replaced]) {
      await expect(acceptInvitation(visitor, { token, password })).rejects.toMatchObject({
        code: "NOT_FOUND",
      });
    }
    const other = { ...visitor, user: { id: a.viewer.actor.id, email: "other@example.org" } };
    await expect(acceptInvitation(other, { token: current.token, password })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });

  it("never take over an account that came into being meanwhile", async () => {
    const a = await createTestTenant();
    const { token, email } = await invite(a.admin);
    const { id } = await withPlatform((tx) =>
      tx.user.create({ data: { email, name: "Owner", passwordHash: "theirs" } }),
    );
    await expect(acceptInvitation(visitor, { token, password })).rejects.toMatchObject({
      code: "UNAUTHENTICATED",
    });
    const kept = await withPlatform((tx) =>
      tx.user.findUniqueOrThrow({ where: { id }, select: { passwordHash: true } }),
    );
    expect(kept.passwordHash).toBe("theirs");
    expect(await acceptInvitation({ ...visitor, user: { id, email } }, { token })).toMatchObject({ email });
  });

  it("leave a word in the log when they are made, accepted and revoked", async () => {
    const [a, b] = [await createTestTenant(), await createTestTenant("B")];
    const accepted = await invite(a.admin);
    await acceptInvitation(visitor, { token: accepted.token, password });
    const { invitation } = await invite(a.admin);
    await revokeInvitation(a.admin, invitation.id);
    await addMember(a.admin, { email: `viewer@${b.tenant.slug}.test`, role: "viewer" });
    const events = await withTenant(a.tenant.id, (tx) => tx.auditEvent.findMany({ orderBy: { at: "asc" } }));
    expect(events.map(({ action }) => action)).toEqual([
      "member.invite",
      "member.join",
      "member.invite",
      "member.uninvite",
      "member.add",
    ]);
  });

  it("are not shown with their token", async () => {
    const a = await createTestTenant();
    const { token } = await invite(a.admin);
    const events = await withTenant(a.tenant.id, (tx) => tx.auditEvent.findMany());
    expect(JSON.stringify([await listInvitations(a.admin), events])).not.toContain(token);
  });
});

describe("members", () => {
  it("with an account join at once, and only once", async () => {
    const [a, b] = [await createTestTenant("A"), await createTestTenant("B")];
    const email = `viewer@${b.tenant.slug}.test`;
    expect(await addMember(a.admin, { email, role: "publisher" })).toMatchObject({
      member: { email, role: "publisher" },
    });
    await expect(addMember(a.admin, { email, role: "viewer" })).rejects.toMatchObject({ code: "CONFLICT" });
  });

  it("are the admin's to manage, and nobody's of another tenant", async () => {
    const [a, b] = [await createTestTenant("A"), await createTestTenant("B")];
    for (const ctx of [a.viewer, a.editor, a.publisher]) {
      await expect(listMembers(ctx)).rejects.toMatchObject({ code: "FORBIDDEN" });
      await expect(listInvitations(ctx)).rejects.toMatchObject({ code: "FORBIDDEN" });
      await expect(addMember(ctx, { email: newEmail(), role: "admin" })).rejects.toMatchObject({
        code: "FORBIDDEN",
      });
      await expect(changeMember(ctx, ctx.actor.id, { role: "admin" })).rejects.toMatchObject({
        code: "FORBIDDEN",
      });
      await expect(removeMember(ctx, a.viewer.actor.id)).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    const { invitation } = await invite(a.admin);
    await expect(changeMember(b.admin, a.viewer.actor.id, { role: "admin" })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(removeMember(b.admin, a.viewer.actor.id)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(removeMember(b.admin, "not-an-id")).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(revokeInvitation(b.admin, invitation.id)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect((await listMembers(a.admin)).items).toHaveLength(4);
  });

  it("change their role, and the log says from which to which", async () => {
    const a = await createTestTenant();
    const userId = a.viewer.actor.id;
    expect(await changeMember(a.admin, userId, { role: "publisher" })).toMatchObject({ role: "publisher" });
    const [event] = await withTenant(a.tenant.id, (tx) =>
      tx.auditEvent.findMany({ where: { action: "member.change" } }),
    );
    expect(event).toMatchObject({
      subjectId: userId,
      actorId: a.admin.actor.id,
      details: { email: `viewer@${a.tenant.slug}.test`, from: "viewer", to: "publisher" },
    });
  });

  it("are removed from the tenant alone, with a word in the log", async () => {
    const a = await createTestTenant();
    const userId = a.viewer.actor.id;
    await removeMember(a.admin, userId);
    expect((await listMembers(a.admin)).items.map((member) => member.userId)).not.toContain(userId);
    expect(await withPlatform((tx) => tx.user.count({ where: { id: userId } }))).toBe(1);
    const [event] = await withTenant(a.tenant.id, (tx) =>
      tx.auditEvent.findMany({ where: { action: "member.remove" } }),
    );
    expect(event).toMatchObject({ subjectType: "user", subjectId: userId, details: { role: "viewer" } });
  });

  it("keep one admin, also when two step down at once", async () => {
    const a = await createTestTenant();
    await expect(removeMember(a.admin, a.admin.actor.id)).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(changeMember(a.admin, a.admin.actor.id, { role: "viewer" })).rejects.toMatchObject({
      code: "CONFLICT",
    });
    await changeMember(a.admin, a.editor.actor.id, { role: "admin" });
    const steps = [a.admin, a.editor].map(
      (ctx) => () => changeMember(a.admin, ctx.actor.id, { role: "viewer" }),
    );
    const stepped = await atOnce("memberships", steps);
    expect(stepped.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    for (const ctx of [a.admin, a.editor]) await changeMember(a.admin, ctx.actor.id, { role: "admin" });
    const leaving = [a.admin, a.editor].map((ctx) => () => removeMember(a.admin, ctx.actor.id));
    const left = await atOnce("memberships", leaving);
    expect(left.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("who are platform administrators are out of a tenant admin's reach", async () => {
    const a = await createTestTenant();
    const userId = a.publisher.actor.id;
    await withPlatform((tx) => tx.user.update({ where: { id: userId }, data: { isPlatformAdmin: true } }));
    await expect(changeMember(a.admin, userId, { role: "viewer" })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await expect(removeMember(a.admin, userId)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("hold the quota under two parallel calls, open invitations counted", async () => {
    const a = await createTestTenant();
    await withPlatform((tx) =>
      tx.quota.create({ data: { tenantId: a.tenant.id, key: "members", limit: 5 } }),
    );
    const results = await atOnce(
      "invitations",
      [1, 2].map(() => () => addMember(a.admin, { email: newEmail(), role: "viewer" })),
    );
    expect(results.flatMap((result) => (result.status === "rejected" ? [result.reason.code] : []))).toEqual([
      "QUOTA_EXCEEDED",
    ]);
  });
});
