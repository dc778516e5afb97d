import { LRUCache } from "lru-cache";
import { decode, encode } from "next-auth/jwt";
import { z } from "zod";
import { secret } from "@/lib/server/env";
import { sessionMaxAgeSeconds } from "./session-cookie";

const SessionToken = z.object({ sub: z.uuid(), sessionVersion: z.number().int(), exp: z.number() });

export interface Session {
  userId: string;
  sessionVersion: number;
}

/** Decrypting one takes longer than all else of a small request. What it says can never change, only run out. */
const decoded = new LRUCache<string, Session & { expiresAtMs: number }>({ max: 2_000 });

/** What a session cookie says; whether it still holds, the database says. */
export async function readSessionToken(token: string | null): Promise<Session | null> {
  if (!token) return null;
  const known = decoded.get(token);
  if (known && known.expiresAtMs > Date.now()) return known;
  const claims = await decode({ token, secret: secret() }).catch(() => null);
  const parsed = SessionToken.safeParse(claims);
  if (!parsed.success) return null;
  const { sub: userId, sessionVersion, exp } = parsed.data;
  decoded.set(token, { userId, sessionVersion, expiresAtMs: exp * 1_000 });
  return { userId, sessionVersion };
}

/** A session cookie's value, as next-auth writes it. */
export function createSessionToken({ userId, sessionVersion }: Session): Promise<string> {
  return encode({ token: { sub: userId, sessionVersion }, secret: secret(), maxAge: sessionMaxAgeSeconds });
}
