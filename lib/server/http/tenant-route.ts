import { getTokenAccess, getUserAccess } from "@/lib/server/auth/find-access";
import { readSessionCookie } from "@/lib/server/auth/session-cookie";
import type { TenantContext } from "@/lib/server/tenants/context";
import type { Json } from "@/lib/shared/json";
import { compressResponse } from "./compress-response";
import { largeTurn } from "./large-turn";
import { parseJsonBody, readJsonBodyText } from "./read-json-body";
import { requestUrl } from "./request-url";
import { assertTrustedSender, bearerToken, type RouteContext, runRoute } from "./run-route";

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
      async (facts, rawParams) => {
        const params = paramsOf<Params>(rawParams);
        assertTrustedSender(request);
        const token = bearerToken(request);
        const access = token
          ? await getTokenAccess(token, params.tenant, options)
          : await getUserAccess(readSessionCookie(request.headers.get("cookie")), params.tenant, options);
        const turn = largeTurn();
        const bodyText = async () => {
          const text = await readJsonBodyText(request, options.maxBodyBytes ?? 1_000_000);
          await turn.take(text.length);
          return text;
        };
        try {
          return await handle({
            ctx: { ...access, ...facts },
            request,
            params,
            get query() {
              return requestUrl(request).searchParams;
            },
            body: async () => parseJsonBody(await bodyText()),
            bodyText,
          });
        } finally {
          turn.release();
        }
      },
      options.onError,
    );
  const handler: RouteHandler = options.isCompressed
    ? async (request, context) => compressResponse(request, await answer(request, context))
    : answer;
  tenantRoutes.add(handler);
  return handler;
}
