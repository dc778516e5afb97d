import type { EndpointName } from "./endpoints";
import { GatewayError } from "./gateway-error";
import type { ReadAnswer } from "./read-answer";
import type { UpstreamAnswer } from "./upstream";

/**
 * Older servers and other engines lack the endpoints that only look at a text. Formatting is done here then.
 * @returns null where the upstream's own answer stands
 * @throws GatewayError not_found for `parse_query`, whose tree is Prometheus' own
 */
export function standInAnswer(
  endpoint: EndpointName,
  { status, bytes }: Pick<UpstreamAnswer, "status" | "bytes">,
  form: readonly [string, string][],
): ReadAnswer | null {
  // Prometheus has no words for the exemplars of an expression without series.
  if (endpoint === "query_exemplars" && status === 204)
    return { data: [], warnings: [], infos: [], bytes: null };
  if (endpoint !== "format_query" && endpoint !== "parse_query") return null;
  const isUnknown = (status === 404 || status === 400) && !/^\s*\{/.test(bytes.toString("utf8", 0, 20));
  if (!isUnknown) return null;
  if (endpoint === "parse_query") {
    throw new GatewayError(
      "not_found",
      "The datasource's server does not offer parse_query. Prometheus does from version 3.0.",
    );
  }
  return { data: new Map(form).get("query") ?? "", warnings: [], infos: [], bytes: null };
}
