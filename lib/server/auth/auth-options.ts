import type { AuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { secret } from "@/lib/server/env";
import { log } from "@/lib/server/log";
import { findSessionUser } from "./find-session-user";
import { isSecureSite, sessionCookieName, sessionMaxAgeSeconds } from "./session-cookie";
import { createSessionToken } from "./session-token";
import { verifyCredentials } from "./verify-credentials";

declare module "next-auth" {
  interface User {
    sessionVersion?: number;
  }
}

const credentials = CredentialsProvider({
  name: "Password",
  credentials: {
    email: { label: "E-mail", type: "email" },
    password: { label: "Password", type: "password" },
  },
  async authorize(input) {
    const verdict = await verifyCredentials(input?.email ?? "", input?.password ?? "");
    // next-auth passes the text on to the sign-in page as ?error=.
    if (verdict.kind === "throttled") throw new Error("Throttled");
    return verdict.kind === "verified" ? verdict.user : null;
  },
});

/** A redirect stays on our own origin, whatever was asked for. */
function ownRedirect(url: string, baseUrl: string): string {
  if (!URL.canParse(url, baseUrl)) return baseUrl;
  const target = new URL(url, baseUrl);
  return target.origin === new URL(baseUrl).origin ? target.href : baseUrl;
}

export function authOptions(): AuthOptions {
  return {
    secret: secret(),
    providers: [credentials],
    session: { strategy: "jwt", maxAge: sessionMaxAgeSeconds },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    useSecureCookies: isSecureSite(),
    cookies: {
      sessionToken: {
        name: sessionCookieName(),
        options: { httpOnly: true, sameSite: "lax", path: "/", secure: isSecureSite() },
      },
    },
    callbacks: {
      redirect: ({ url, baseUrl }) => ownRedirect(url, baseUrl),
      jwt: ({ token, user }) =>
        user
          ? { sub: user.id, sessionVersion: user.sessionVersion }
          : { sub: token.sub, sessionVersion: token.sessionVersion },
      session: async ({ session, token }) => {
        const sessionVersion = Number(token.sessionVersion);
        const cookie = await createSessionToken({ userId: token.sub ?? "", sessionVersion });
        const person = await findSessionUser(cookie);
        // Ended sessions have no user, so that a page that asks sees nobody signed in.
        return { ...session, user: person ? { name: person.name, email: person.email } : undefined };
      },
    },
    logger: {
      error: (code, details) =>
        log.warn({ code, reason: details instanceof Error ? details.message : undefined }, "sign-in"),
      warn: (code) => log.debug({ code }, "sign-in"),
      debug: () => undefined,
    },
  };
}
