import { withPlatform } from "@/lib/server/db";
import { log } from "@/lib/server/log";
import { ensureFirstAdministrator } from "./first-administrator";
import { verifyPassword } from "./password";
import { forgetSignInAttempts, mayAttemptSignIn } from "./sign-in-throttle";

export interface VerifiedUser {
  id: string;
  email: string;
  name: string;
  sessionVersion: number;
}

export type Verdict = { kind: "verified"; user: VerifiedUser } | { kind: "wrong" } | { kind: "throttled" };

const longest = 256;

/** Unknown addresses and wrong passwords get one answer, in about the same time. */
export async function verifyCredentials(emailText: string, password: string): Promise<Verdict> {
  const email = emailText.trim().toLowerCase();
  if (!email || !password || email.length > longest || password.length > longest) return { kind: "wrong" };
  if (!(await mayAttemptSignIn(email))) {
    log.warn({ email }, "sign-in throttled");
    return { kind: "throttled" };
  }
  await ensureFirstAdministrator();
  const found = await withPlatform((tx) =>
    tx.user.findUnique({
      where: { email },
      select: { id: true, email: true, name: true, sessionVersion: true, passwordHash: true },
    }),
  );
  if (!(await verifyPassword(password, found?.passwordHash ?? null)) || !found) return { kind: "wrong" };
  await forgetSignInAttempts(email);
  const { passwordHash: _, ...user } = found;
  return { kind: "verified", user };
}
