import { withUser } from "@/lib/server/db";
import { readSessionToken } from "./session-token";

export interface SessionUser {
  id: string;
  email: string;
  name: string;
  isPlatformAdmin: boolean;
}

/** The person of a session cookie, read from the database each time, so that a revoked session ends at once. */
export async function findSessionUser(cookie: string | null): Promise<SessionUser | null> {
  const session = await readSessionToken(cookie);
  if (!session) return null;
  const user = await withUser(session.userId, (tx) =>
    tx.user.findUnique({
      where: { id: session.userId },
      select: { id: true, email: true, name: true, isPlatformAdmin: true, sessionVersion: true },
    }),
  );
  if (!user || user.sessionVersion !== session.sessionVersion) return null;
  const { sessionVersion: _, ...person } = user;
  return person;
}
