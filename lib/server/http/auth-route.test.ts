import { beforeEach, describe, expect, it } from "vitest";
import { endSessions } from "@/lib/server/auth/end-sessions";
import { findSessionUser } from "@/lib/server/auth/find-session-user";
import { hashPassword } from "@/lib/server/auth/password";
import { readSessionCookie } from "@/lib/server/auth/session-cookie";
import { withPlatform } from "@/lib/server/db";
import { callRoute } from "@/lib/server/testing/call-route";
import { authRoute } from "./auth-route";

const password = "correct horse battery";
let email = "";
let userId = "";

beforeEach(async () => {
  email = `p-${crypto.randomUUID()}@example.org`;
  const passwordHash = await hashPassword(password);
  userId = (await withPlatform((tx) => tx.user.create({ data: { email, name: "P", passwordHash } }))).id;
});

function cookiesOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
}

async function signIn(
  credentials: { email: string; password: string },
  callbackUrl = "/",
  headers: Record<string, string | null> = {},
) {
  const csrf = await callRoute(authRoute, { path: "/api/auth/csrf", params: { nextauth: ["csrf"] } });
  const { csrfToken } = await csrf.json();
  return callRoute(authRoute, {
    method: "POST",
    path: "/api/auth/callback/credentials",
    params: { nextauth: ["callback", "credentials"] },
    body: new URLSearchParams({ ...credentials, csrfToken, callbackUrl, json: "true" }).toString(),
    headers: { "content-type": "application/x-www-form-urlencoded", cookie: cookiesOf(csrf), ...headers },
  });
}

describe("signing in", () => {
  it("gives a session cookie that scripts and other sites cannot read", async () => {
    const response = await signIn({ email: email.toUpperCase(), password });
    expect(await response.json()).toEqual({ url: "http://console.test/" });
    const cookie = response.headers.getSetCookie().find((one) => one.startsWith("panelsmith.session="));
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Lax/i);
    const user = await findSessionUser(readSessionCookie(cookiesOf(response)));
    expect(user).toEqual({ id: userId, email, name: "P", isPlatformAdmin: false });
  });

  it("takes the credentials as JSON as well", async () => {
    const csrf = await callRoute(authRoute, { path: "/api/auth/csrf", params: { nextauth: ["csrf"] } });
    const { csrfToken } = await csrf.json();
    const response = await callRoute(authRoute, {
      method: "POST",
      path: "/api/auth/callback/credentials",
      params: { nextauth: ["callback", "credentials"] },
      body: { email, password, csrfToken, json: true },
      headers: { cookie: cookiesOf(csrf) },
    });
    expect(response.status).toBe(200);
    expect(await findSessionUser(readSessionCookie(cookiesOf(response)))).toMatchObject({ id: userId });
  });

  it("answers a wrong password and an unknown address alike", async () => {
    const wrong = await signIn({ email, password: "wrong" });
    const unknown = await signIn({ email: "nobody@example.org", password: "wrong" });
    expect(wrong.status).toBe(401);
    expect([unknown.status, await unknown.text()]).toEqual([wrong.status, await wrong.text()]);
    expect(cookiesOf(wrong)).not.toContain("panelsmith.session");
  });

  it("is refused without the token of the same browser, and from a foreign page", async () => {
    const withoutToken = await signIn({ email, password }, "/", { cookie: null });
    expect(cookiesOf(withoutToken)).not.toContain("panelsmith.session");
    expect((await signIn({ email, password }, "/", { origin: "https://evil.example" })).status).toBe(403);
  });

  it.each([
    "https://evil.example/",
    "//evil.example/",
    "/\\evil.example",
    "http:evil.example",
    "https:/evil.example",
    "javascript:alert(1)",
    "http://console.test.evil.example/",
    "http://console.test@evil.example/",
    "\thttps://evil.example",
  ])("stays on its own origin with callbackUrl %s", async (callbackUrl) => {
    const { url } = await (await signIn({ email, password }, callbackUrl)).json();
    expect(new URL(url).origin).toBe("http://console.test");
  });

  it("keeps a path of its own", async () => {
    const { url } = await (await signIn({ email, password }, "/t/acme/d/web?from=now-6h")).json();
    expect(url).toBe("http://console.test/t/acme/d/web?from=now-6h");
  });
});

describe("throttling", () => {
  it("refuses the eleventh attempt, the right password too, and forgets after a success", async () => {
    for (let i = 0; i < 9; i++) await signIn({ email, password: "wrong" });
    expect((await signIn({ email, password })).status).toBe(200);
    for (let i = 0; i < 10; i++) await signIn({ email, password: "wrong" });
    const refused = await signIn({ email, password });
    expect((await refused.json()).url).toContain("error=Throttled");
    expect(cookiesOf(refused)).not.toContain("panelsmith.session");
  });

  it("counts attempts made at the same time", async () => {
    const answers = await Promise.all(Array.from({ length: 15 }, () => signIn({ email, password: "wrong" })));
    const texts = await Promise.all(answers.map((answer) => answer.text()));
    expect(texts.filter((text) => text.includes("Throttled"))).toHaveLength(5);
  });
});

describe("sessions", () => {
  it("end everywhere when a person signs out everywhere, and nobody else's do", async () => {
    const cookie = readSessionCookie(cookiesOf(await signIn({ email, password })));
    const other = await withPlatform((tx) => tx.user.create({ data: { email: `o-${email}`, name: "O" } }));
    await endSessions(other.id);
    expect(await findSessionUser(cookie)).toMatchObject({ id: userId });
    await endSessions(userId);
    expect(await findSessionUser(cookie)).toBeNull();
  });

  it("end at once when they are revoked", async () => {
    const cookie = readSessionCookie(cookiesOf(await signIn({ email, password })));
    await withPlatform((tx) =>
      tx.user.update({ where: { id: userId }, data: { sessionVersion: { increment: 1 } } }),
    );
    expect(await findSessionUser(cookie)).toBeNull();
  });
});
