import { env } from "@/lib/server/env";
import { parseInPieces } from "@/lib/server/parse-in-pieces";
import { isJsonObject } from "@/lib/shared/json";
import type { StoredAnswer } from "./cache/cache-entry";
import { getQueryCache } from "./cache/get-query-cache";
import { planReuse } from "./cache/plan-reuse";
import type { CachedAnswer } from "./cache/query-cache";
import type { PrometheusDatasource } from "./datasource";
import { type EndpointName, endpointOf } from "./endpoints";
import { GatewayError } from "./gateway-error";
import { countAnswer, countRefusal } from "./gateway-metrics";
import { assertRangeWithin } from "./limits/assert-within-limits";
import { limitsOf } from "./limits/query-limits";
import { prepareRequest } from "./prepare-request";
import type { Params } from "./read-params";
import { clockAheadMs } from "./upstream-clock";
import { type Asked, askPart, askWhole, renderRange } from "./upstream-question";

export interface GatewayQuestion {
  datasource: PrometheusDatasource;
  endpoint: EndpointName;
  labelName?: string;
  params: Params;
  /** Of the answer, where less than the tenant may have is enough. */
  maxBytes?: number;
  /** How long to wait for a free place before 429. */
  waitMs?: number;
  /** Answers to the very same question may be shared by all who ask within a slot of this length; 0: none. */
  shareMs?: number;
  signal?: AbortSignal;
}

export interface GatewayBody {
  answer: StoredAnswer;
  /** Those of the warnings that tell of no difference; a panel need not show them. */
  notes: string[];
  /** Nothing was asked upstream for a `hit`, less than all of it for a `part`. */
  cache: CachedAnswer["cache"];
}

export interface GatewayAnswer extends Omit<GatewayBody, "answer"> {
  warnings: string[];
  infos: string[];
  data: unknown;
}

/** The one way to a datasource: enforced, limited, shared, checked. Throws AppError. */
export async function askGateway(question: GatewayQuestion): Promise<GatewayAnswer> {
  const { answer, data: known, ...rest } = await ask(question);
  const data = known ? await known() : dataIn(await parseInPieces(answer.body));
  return { ...rest, warnings: answer.warnings, infos: answer.infos, data };
}

/** As askGateway; the answer in Prometheus' envelope, ready to send. */
export async function askGatewayForBody(question: GatewayQuestion): Promise<GatewayBody> {
  return ask(question);
}

async function ask(question: GatewayQuestion): Promise<GatewayBody & Pick<CachedAnswer, "data">> {
  const { datasource, endpoint, params } = question;
  const prepared = prepareRequest(endpointOf(endpoint), params, datasource);
  assertRangeWithin(prepared.form, limitsOf(datasource));
  try {
    const found = await askCache({ question, prepared }, false);
    countAnswer(datasource, found.cache);
    return { ...found, notes: prepared.notes };
  } catch (error) {
    if (error instanceof GatewayError && error.errorType === "too_many_requests") countRefusal(datasource);
    throw error;
  }
}

/** Where the first series are enough, an answer that is too large as a whole is asked for once more, up to there. */
async function askCache(asked: Asked, firstSeries: boolean): Promise<CachedAnswer> {
  const { datasource, endpoint, params, signal, shareMs = 0, labelName = null, maxBytes } = asked.question;
  const { form, warnings, timeoutMs } = asked.prepared;
  const { id, tenantId, revision, url, matchers } = datasource;
  const freshMs = env().QUERY_CACHE_FRESH_SECONDS * 1_000;
  const aheadMs = () => clockAheadMs(url);
  const plan = planReuse({ tenantId, endpoint, form, shareMs, nowMs: Date.now(), freshMs, aheadMs });
  try {
    return await getQueryCache().ask({
      scope: [tenantId, id, revision, url],
      expr: form.find(([name]) => name === "query")?.[1] ?? "",
      form: [endpoint, labelName, form, limitsIn(params), warnings, matchers, firstSeries],
      bounds: [timeoutMs, maxBytes].join(),
      plan: firstSeries ? { ...plan, parts: null } : plan,
      signal,
      askWhole: (upstreamSignal) => askWhole(asked, upstreamSignal, askGateway),
      askPart: (stretch, upstreamSignal) => askPart(asked, stretch, upstreamSignal),
      render: (matrix) => renderRange(asked, matrix),
    });
  } catch (error) {
    if (firstSeries || !params.has("limit") || !isTooLarge(error)) throw error;
    return askCache(asked, true);
  }
}

function isTooLarge(error: unknown): boolean {
  return error instanceof GatewayError && isJsonObject(error.details) && error.details.reason === "too_large";
}

/** Held by the gateway itself, so not always in the form that goes upstream. */
function limitsIn(params: Params): (readonly string[] | undefined)[] {
  return [params.get("limit"), params.get("limit_per_metric")];
}

function dataIn(envelope: unknown): unknown {
  return isJsonObject(envelope) ? envelope.data : undefined;
}
