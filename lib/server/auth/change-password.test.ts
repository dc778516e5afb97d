import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { withPlatform } from "@/lib/server/db";
import { changePassword } from "./change-password";
import { hashPassword } from "./password";
import { verifyCredentials } from "./verify-credentials";

const old = "the password before";

async function person() {
  const email = `${randomBytes(5).toString("hex")}@password.test`;
  const passwordHash = await hashPassword(old);
  const row = await withPlatform((tx) =>
    tx.user.create({ data: { email, name: "P", passwordHash }, select: { id: true, sessionVersion: true } }),
  );
  return { ...row, ctx: { user: { id: row.id, email, name: "P", isPlatformAdmin: false } } };
}

const versionOf = async (id: string) =>
  (await withPlatform((tx) => tx.user.findUniqueOrThrow({ where: { id }, select: { sessionVersion: true } })))
    .sessionVersion;

describe("changePassword", () => {
  it("takes the new one in exchange for the present one, and ends every session", async () => {
    const { id, sessionVersion, ctx } = await person();
    const other = await person();
    await changePassword(ctx, { current: old, password: "a new one, and long" });
    expect((await verifyCredentials(ctx.user.email, "a new one, and long")).kind).toBe("verified");
    expect((await verifyCredentials(ctx.user.email, old)).kind).toBe("wrong");
    expect(await versionOf(id)).toBe(sessionVersion + 1);
    expect((await verifyCredentials(other.ctx.user.email, old)).kind).toBe("verified");
    expect(await versionOf(other.id)).toBe(other.sessionVersion);
  });

  it("refuses a wrong present one, told at its field, and a new one that is too short", async () => {
    const { id, sessionVersion, ctx } = await person();
    await expect(
      changePassword(ctx, { current: "not this one", password: "a new one, and long" }),
    ).rejects.toMatchObject({ code: "INVALID_INPUT", details: { field: "current" } });
    await expect(changePassword(ctx, { current: old, password: "short" })).rejects.toThrow(/12 characters/);
    expect((await verifyCredentials(ctx.user.email, old)).kind).toBe("verified");
    expect(await versionOf(id)).toBe(sessionVersion);
  });

  it("counts guesses as sign-ins, so that an open session is no way to try passwords", async () => {
    const { ctx } = await person();
    const guess = () => changePassword(ctx, { current: "guess", password: "a new one, and long" });
    for (let i = 0; i < 10; i++) await expect(guess()).rejects.toThrow("not your present password");
    await expect(guess()).rejects.toThrow("Too many attempts");
  });
});
