import { withUser } from "@/lib/server/db";
import { AppError } from "@/lib/shared/errors";
import { ChangedPassword } from "@/lib/shared/tenants/credentials";
import type { SessionUser } from "./find-session-user";
import { hashPassword } from "./password";
import { verifyCredentials } from "./verify-credentials";

/**
 * A new password in exchange for the one that is known; every session given out so far ends with it.
 * @throws AppError INVALID_INPUT when the present one is wrong, or was tried too often.
 */
export async function changePassword(ctx: { user: SessionUser }, input: unknown): Promise<void> {
  const { current, password } = ChangedPassword.parse(input);
  const { kind } = await verifyCredentials(ctx.user.email, current);
  if (kind !== "verified") {
    const message =
      kind === "throttled"
        ? "Too many attempts. Wait some minutes, then try again."
        : "This is not your present password.";
    throw new AppError("INVALID_INPUT", message, { field: "current" });
  }
  const passwordHash = await hashPassword(password);
  await withUser(ctx.user.id, (tx) =>
    tx.user.update({
      where: { id: ctx.user.id },
      data: { passwordHash, sessionVersion: { increment: 1 } },
    }),
  );
}
