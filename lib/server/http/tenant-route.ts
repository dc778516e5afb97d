import { type Access, getTokenAccess, getUserAccess } from "@/lib/server/auth/find-access";
import { readSessionCookie } from "@/lib/server/auth/session-cookie";
import type { TenantContext } from "@/lib/server/tenants/context";
import type { Json } from "@/lib/shared/json";
import { beginEarly } from "./begin-early";
import { compressResponse } from "./compress-response";
import { largeTurn } from "./large-turn";
import { parseJsonText, readJsonBodyText } from "./read-json-body";
import {
  assertTrustedSender,
  bearerToken,
  type RequestFacts,
  type RouteContext,
  runRoute,
} from "./run-route";

export interface TenantRequest<Params> {
  ctx: TenantContext;
  request: Request;
  params: Params & { tenant: string };
  query: URLSearchParams;
  /** The JSON body, limited in size and depth; to be parsed by the verb. */
  body(): Promise<Json>;
  /** The JSON body as it was written, limited in size; for what must keep the spelling of numbers and keys. */
  bodyText(): Promise<string>;
}

interface TenantRouteOptions {
  /** Default 1 MB. */
  maxBodyBytes?: number;
  /** Another shape of errors, as the Prometheus gateway has. */
  onError?: (error: unknown, requestId: string) => Response;
  /** Its answers are compressed; the path stands in `next.config.ts` too. */
  isCompressed?: boolean;
  /** It asks datasources: what it needs to know of them is read together with who asks. */
  withQueryFacts?: boolean;
  /** It only reads, and may be handled twice: begun while it is looked up who asks. */
  beginsEarly?: boolean;
}

interface Entering<Params> {
  handle: (input: TenantRequest<Params>) => Promise<Response>;
  options: TenantRouteOptions;
  request: Request;
  facts: RequestFacts;
  params: Params & { tenant: string };
}

export type RouteHandler = (request: Request, context: RouteContext) => Promise<Response>;

const tenantRoutes = new WeakSet<object>();

export function isTenantRoute(handler: unknown): boolean {
  return typeof handler === "function" && tenantRoutes.has(handler);
}

// Next types the segments per route file; the folder names of the file are what makes this true.
function paramsOf<Params>(
  params: Record<string, string | string[] | undefined>,
): Params & { tenant: string } {
  return params as Params & { tenant: string };
}

/**
 * A handler below `app/api/v1/tenants/[tenant]`: session cookie or `Authorization: Bearer` -> membership -> `ctx`.
 *
 *     export const POST = tenantRoute(async ({ ctx, body }) => created(await createDashboard(ctx, await body())));
 *     export const GET = tenantRoute<{ uid: string }>(async ({ ctx, params }) => ok(await getDashboard(ctx, params.uid)));
 *
 * 401 without a valid session or token; 404 for a tenant that is unknown or not the caller's; 403 when it is suspended
 * or a state-changing request with a cookie comes from elsewhere. Every answer is `private, no-store`. The verb, not
 * the route, checks the permission. Read other bodies than JSON from `request` yourself, and limit them.
 */
export function tenantRoute<Params = unknown>(
  handle: (input: TenantRequest<Params>) => Promise<Response>,
  options: TenantRouteOptions = {},
): RouteHandler {
  const answer: RouteHandler = (request, context) =>
    runRoute(
      request,
      context,
      (facts, rawParams) => enter({ handle, options, request, facts, params: paramsOf<Params>(rawParams) }),
      options.onError,
    );
  const handler: RouteHandler = options.isCompressed
    ? async (request, context) => compressResponse(request, await answer(request, context))
    : answer;
  tenantRoutes.add(handler);
  return handler;
}

async function enter<Params>({
  handle,
  options,
  request,
  facts,
  params,
}: Entering<Params>): Promise<Response> {
  assertTrustedSender(request);
  const token = bearerToken(request);
  const cookie = token ? null : readSessionCookie(request.headers.get("cookie"));
  const look = () =>
    token ? getTokenAccess(token, params.tenant, options) : getUserAccess(cookie, params.tenant, options);
  const turn = largeTurn();
  const bodyText = async () => {
    const text = await readJsonBodyText(request, options.maxBodyBytes ?? 1_000_000);
    await turn.take(text.length);
    return text;
  };
  const body = async () => parseJsonText(await bodyText());
  const query = new URL(request.url).searchParams;
  const work = (access: Access) =>
    handle({ ctx: { ...access, ...facts }, request, params, query, body, bodyText });
  try {
    if (!options.beginsEarly) return await work(await look());
    return await beginEarly({ credentials: [params.tenant, token, cookie, options], look, work });
  } finally {
    turn.release();
  }
}
