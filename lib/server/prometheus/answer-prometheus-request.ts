import { bufferResponse } from "@/lib/server/http/buffer-response";
import { readTextBody } from "@/lib/server/http/read-json-body";
import { requestUrl } from "@/lib/server/http/request-url";
import { assertCan, assertMayQueryFreely, type TenantContext } from "@/lib/server/tenants/context";
import { alertSeries } from "@/lib/shared/promql/alert-series";
import { encodeBody } from "./encode-body";
import { endpointOf, findEndpoint } from "./endpoints";
import { getDatasourceWithSecrets } from "./find-datasource";
import { askGatewayForBody } from "./gateway";
import { GatewayError } from "./gateway-error";
import { rateHeaders } from "./limits/enter-upstream";
import { type Params, readParams } from "./read-params";

const maxFormBytes = 64_000;

/** One request to the Prometheus API of a datasource, in Prometheus' own terms from end to end. */
export async function answerPrometheusRequest(
  ctx: TenantContext,
  request: Request,
  uid: string,
): Promise<Response> {
  assertCan(ctx, "query:run");
  const url = requestUrl(request);
  const found = findEndpoint(pathBelowApi(url.pathname));
  if (!found)
    throw new GatewayError("not_found", "The gateway does not offer this endpoint of the Prometheus API.");
  const endpoint = endpointOf(found.name);
  if (!endpoint.methods.some((method) => method === request.method)) {
    const headers = { Allow: endpoint.methods.join(", ") };
    throw new GatewayError("bad_data", `Ask this endpoint with ${endpoint.methods.join(" or ")}.`, {
      status: 405,
      headers,
    });
  }
  const params = readParams(endpoint, url.searchParams, await readForm(request));
  if (!endpoint.isOpen && !isOwnPageQuery(params)) assertMayQueryFreely(ctx);
  const datasource = await getDatasourceWithSecrets(ctx, uid);
  const { answer, cache } = await askGatewayForBody({
    datasource,
    ...found,
    endpoint: found.name,
    params,
    shareMs: ctx.actor.kind === "user" ? endpoint.pageShareMs : 0,
    signal: request.signal,
  });
  const { body, headers } = await encodeBody(answer, request.headers.get("accept-encoding"));
  return bufferResponse(body, {
    ...headers,
    "Content-Type": "application/json; charset=utf-8",
    "X-Content-Type-Options": "nosniff",
    "X-Cache": cache,
    ...rateHeaders(datasource),
  });
}

/** What the page of alerts asks for everybody. */
function isOwnPageQuery(params: Params): boolean {
  return alertSeries.has(params.get("query")?.[0] ?? "");
}

/** As it was sent: a decoded path would let `%2f` and the like through. */
function pathBelowApi(pathname: string): string {
  return (
    /^\/api\/v1\/tenants\/[^/]+\/datasources\/[^/]+\/prometheus\/api\/v1\/(.*)$/s.exec(pathname)?.[1] ?? ""
  );
}

async function readForm(request: Request): Promise<URLSearchParams> {
  if (request.method !== "POST") return new URLSearchParams();
  const type = (request.headers.get("content-type") ?? "").split(";")[0]?.trim().toLowerCase();
  if (type !== "application/x-www-form-urlencoded") {
    const message = "Send the parameters as application/x-www-form-urlencoded.";
    throw new GatewayError("bad_data", message, { status: 415 });
  }
  return new URLSearchParams(await readTextBody(request, maxFormBytes));
}
