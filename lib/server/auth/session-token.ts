import { decode, encode } from "next-auth/jwt";
import { z } from "zod";
import { secret } from "@/lib/server/env";
import { sessionMaxAgeSeconds } from "./session-cookie";

const SessionToken = z.object({ sub: z.uuid(), sessionVersion: z.number().int() });

export interface Session {
  userId: string;
  sessionVersion: number;
}

/** What a session cookie says; whether it still holds, the database says. */
export async function readSessionToken(token: string | null): Promise<Session | null> {
  if (!token) return null;
  const claims = await decode({ token, secret: secret() }).catch(() => null);
  const parsed = SessionToken.safeParse(claims);
  return parsed.success ? { userId: parsed.data.sub, sessionVersion: parsed.data.sessionVersion } : null;
}

/** A session cookie's value, as next-auth writes it. */
export function createSessionToken({ userId, sessionVersion }: Session): Promise<string> {
  return encode({ token: { sub: userId, sessionVersion }, secret: secret(), maxAge: sessionMaxAgeSeconds });
}
