import { sessionCookieName } from "@/lib/server/auth/session-cookie";
import { createSessionToken } from "@/lib/server/auth/session-token";
import type { TenantContext } from "@/lib/server/tenants/context";

const origin = "http://console.test";

interface Call {
  method?: string;
  path?: string;
  params?: Record<string, string | string[]>;
  /** The member who asks, by session cookie. */
  as?: TenantContext;
  token?: string;
  body?: unknown;
  headers?: Record<string, string | null>;
}

/** A Cookie header with a fresh session of the user. */
export async function sessionCookieOf(userId: string, sessionVersion = 1): Promise<string> {
  return `${sessionCookieName()}=${await createSessionToken({ userId, sessionVersion })}`;
}

/** Calls a route handler as a browser on our own page (or with a token) would. */
export async function callRoute(
  handler: (
    request: Request,
    context: { params: Promise<Record<string, string | string[] | undefined>> },
  ) => Promise<Response>,
  { method = "GET", path = "/api/v1/test", params = {}, as, token, body, headers = {} }: Call,
): Promise<Response> {
  const all = new Headers({ host: "console.test" });
  if (as) all.set("cookie", await sessionCookieOf(as.actor.id));
  if (token) all.set("authorization", `Bearer ${token}`);
  if (method !== "GET" && !token) all.set("origin", origin);
  if (body !== undefined) all.set("content-type", "application/json");
  for (const [name, value] of Object.entries(headers))
    value === null ? all.delete(name) : all.set(name, value);
  const text = body === undefined || typeof body === "string" ? body : JSON.stringify(body);
  const request = new Request(`${origin}${path}`, { method, headers: all, body: text });
  return handler(request, { params: Promise.resolve(params) });
}
