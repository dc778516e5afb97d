import type { Json } from "@/lib/shared/json";
import { assertSameOrigin } from "./assert-same-origin";
import { readJsonBody } from "./read-json-body";
import { type RequestFacts, runRoute } from "./run-route";
import type { RouteHandler } from "./tenant-route";

/** A handler that needs no session: set-up, invitations. State-changing requests must still come from our own pages. */
export function publicRoute(
  handle: (input: { facts: RequestFacts; request: Request; body(): Promise<Json> }) => Promise<Response>,
): RouteHandler {
  return (request, context) =>
    runRoute(request, context, async (facts) => {
      assertSameOrigin(request);
      return handle({ facts, request, body: () => readJsonBody(request, 100_000) });
    });
}
