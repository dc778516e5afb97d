import { env } from "@/lib/server/env";

export const sessionMaxAgeSeconds = 7 * 24 * 3600;

export function isSecureSite(): boolean {
  return env().PANELSMITH_URL?.startsWith("https://") ?? false;
}

export function sessionCookieName(): string {
  return isSecureSite() ? "__Secure-panelsmith.session" : "panelsmith.session";
}

/** The session in a Cookie header, undecoded. */
export function readSessionCookie(cookieHeader: string | null): string | null {
  const name = sessionCookieName();
  for (const pair of (cookieHeader ?? "").split(";")) {
    const at = pair.indexOf("=");
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim() || null;
  }
  return null;
}
