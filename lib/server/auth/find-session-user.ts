import { queryUnscoped } from "@/lib/server/db";
import { readSessionToken } from "./session-token";

export interface SessionUser {
  id: string;
  email: string;
  name: string;
  isPlatformAdmin: boolean;
}

interface UserRow {
  id: string;
  email: string;
  name: string;
  is_platform_admin: boolean;
  session_version: number;
}

/** The person of a session cookie, read from the database each time, so that a revoked session ends at once. */
export async function findSessionUser(cookie: string | null): Promise<SessionUser | null> {
  const session = await readSessionToken(cookie);
  if (!session) return null;
  const [row] = await queryUnscoped<UserRow>(
    "session-user",
    "SELECT id, email, name, is_platform_admin, session_version FROM users WHERE id = $1",
    [session.userId],
  );
  if (!row || row.session_version !== session.sessionVersion) return null;
  return { id: row.id, email: row.email, name: row.name, isPlatformAdmin: row.is_platform_admin };
}
