import { randomUUID } from "node:crypto";
import { readSessionCookie } from "@/lib/server/auth/session-cookie";
import { countRequest } from "@/lib/server/http/request-metrics";
import { AppError } from "@/lib/shared/errors";
import { assertSameOrigin } from "./assert-same-origin";
import { errorResponse } from "./error-response";
import { clientIp } from "./request-origin";
import { requestUrl } from "./request-url";

/** What Next hands to a route handler; catch-all segments are arrays. */
export interface RouteContext {
  params: Promise<Record<string, string | string[] | undefined> | undefined>;
}

export interface RequestFacts {
  requestId: string;
  ip: string | null;
}

/**
 * The API token of a request, or null when a cookie is to be looked at. Clients that know user and password alone,
 * as many of Prometheus do, send it as the password.
 */
export function bearerToken(request: Request): string | null {
  const header = request.headers.get("authorization");
  if (header === null) return null;
  const token = /^Bearer ([\x21-\x7e]{1,512})$/i.exec(header)?.[1] ?? basicPassword(header);
  if (!token) throw new AppError("UNAUTHENTICATED", "Send the API token as: Authorization: Bearer <token>.");
  return token;
}

function basicPassword(header: string): string | undefined {
  const encoded = /^Basic ([A-Za-z0-9+/]{1,1024}={0,2})$/i.exec(header)?.[1];
  // Unlike atob, which throws at what is no base64.
  const decoded = Buffer.from(encoded ?? "", "base64").toString("latin1");
  return /^[^:]*:([\x21-\x7e]{1,512})$/.exec(decoded)?.[1];
}

/** Origin check for whatever a browser sends a session with; who brings none is nobody, and told so. */
export function assertTrustedSender(request: Request): void {
  const hasSession = readSessionCookie(request.headers.get("cookie")) !== null;
  if (bearerToken(request) === null && hasSession) assertSameOrigin(request);
}

/**
 * The route in the words of the interface, `/api/v1/tenants/{tenant}/...`. However a part is spelled: each label that
 * requests could make up would stay in memory, and tell of tenants.
 */
export function routeLabel(request: Request, params: Record<string, string | string[] | undefined>): string {
  const names = new Map(
    Object.entries(params).flatMap(([name, value]) =>
      // Some of Next's ways hand a part on decoded, some as it came.
      [value ?? []]
        .flat()
        .flatMap((text) => [text, decoded(text)])
        .map((text): [string, string] => [text, `{${name}}`]),
    ),
  );
  const parts = requestUrl(request)
    .pathname.split("/")
    .map((part) => names.get(decoded(part)) ?? part);
  return parts.filter((part, index) => !part.startsWith("{") || part !== parts[index - 1]).join("/");
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** What every route shares: a request id, errors in one shape, no caching, one line of metrics. */
export async function runRoute(
  request: Request,
  context: RouteContext,
  work: (facts: RequestFacts, params: Record<string, string | string[] | undefined>) => Promise<Response>,
  onError: (error: unknown, requestId: string) => Response = errorResponse,
): Promise<Response> {
  const requestId = randomUUID();
  const startedAt = performance.now();
  // A route without segments gets no params at all.
  const params = (await context.params) ?? {};
  let response: Response;
  try {
    response = await work({ requestId, ip: clientIp(request) }, params);
  } catch (error) {
    response = onError(error, requestId);
  }
  response.headers.set("Cache-Control", "private, no-store");
  response.headers.set("X-Request-Id", requestId);
  countRequest(request.method, routeLabel(request, params), response.status, performance.now() - startedAt);
  return response;
}
