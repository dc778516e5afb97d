import { findSessionUser, type SessionUser } from "@/lib/server/auth/find-session-user";
import { readSessionCookie } from "@/lib/server/auth/session-cookie";
import { AppError } from "@/lib/shared/errors";
import type { Json } from "@/lib/shared/json";
import { readJsonBody } from "./read-json-body";
import {
  assertTrustedSender,
  bearerToken,
  type RequestFacts,
  type RouteContext,
  runRoute,
} from "./run-route";
import type { RouteHandler } from "./tenant-route";

/** A signed-in person outside any tenant. */
export interface UserContext extends RequestFacts {
  user: SessionUser;
}

export interface UserRequest<Params> {
  ctx: UserContext;
  request: Request;
  params: Params;
  query: URLSearchParams;
  body(): Promise<Json>;
}

// Next types the segments per route file; the folder names of the file are what makes this true.
function paramsOf<Params>(params: Awaited<RouteContext["params"]>): Params {
  return params as Params;
}

/** A handler for any signed-in person, outside a tenant. API tokens belong to one tenant and are refused. */
export function userRoute<Params = unknown>(
  handle: (input: UserRequest<Params>) => Promise<Response>,
): RouteHandler {
  return (request, context) =>
    runRoute(request, context, async (facts, params) => {
      if (bearerToken(request) !== null) {
        throw new AppError(
          "UNAUTHENTICATED",
          "An API token belongs to one tenant. This needs a signed-in person.",
        );
      }
      assertTrustedSender(request);
      const user = await findSessionUser(readSessionCookie(request.headers.get("cookie")));
      if (!user) throw new AppError("UNAUTHENTICATED", "Sign in first.");
      return handle({
        ctx: { ...facts, user },
        request,
        params: paramsOf<Params>(params),
        query: new URL(request.url).searchParams,
        body: () => readJsonBody(request, 1_000_000),
      });
    });
}
