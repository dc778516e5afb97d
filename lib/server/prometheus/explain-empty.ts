import { z } from "zod";
import { assertCan, type TenantContext } from "@/lib/server/tenants/context";
import { AppError } from "@/lib/shared/errors";
import { isJsonObject } from "@/lib/shared/json";
import { enforceMatchers, printEnforced } from "@/lib/shared/promql/enforce";
import {
  askedSelectors,
  type EmptyExplanation,
  type SubExpression,
  subExpressions,
} from "@/lib/shared/promql/explain";
import type { PrometheusDatasource } from "./datasource";
import { type ExplainSource, explainSelector } from "./explain-selector";
import { getDatasourceWithSecrets } from "./find-datasource";
import { askGateway } from "./gateway";
import { GatewayError } from "./gateway-error";
import { probeDatasource } from "./probe-datasource";
import { toParams } from "./read-params";

export const ExplainRequest = z.object({
  expr: z.string().min(1),
  fromMs: z.number().int(),
  toMs: z.number().int(),
});
type ExplainRequest = z.infer<typeof ExplainRequest>;

const mostSelectors = 6;
const mostParts = 16;

/** Why a query gives nothing: asks step by step until the cause is found. */
export async function explainEmpty(
  ctx: TenantContext,
  uid: string,
  body: unknown,
  signal?: AbortSignal,
): Promise<EmptyExplanation> {
  assertCan(ctx, "query:run");
  const request = ExplainRequest.parse(body);
  const datasource = await getDatasourceWithSecrets(ctx, uid);
  try {
    const { conflicts } = enforceMatchers(request.expr, datasource.matchers);
    const source = sourceOf(datasource, signal);
    await source.query("vector(1)", request.toMs / 1_000);
    return await explain(request, conflicts, source);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return explainError(error, datasource);
  }
}

async function explain(
  request: ExplainRequest,
  conflicts: string[],
  source: ExplainSource,
): Promise<EmptyExplanation> {
  const { expr, fromMs, toMs } = request;
  if (conflicts.length > 0) {
    const message = `The query asks for another value of "${conflicts[0]}" than the datasource allows: it is limited to ${source.limitedTo}.`;
    return { reason: "tenant_matcher", message, suggestions: [] };
  }
  for (const asked of askedSelectors(expr).slice(0, mostSelectors)) {
    const found = await explainSelector(asked, { fromMs, toMs }, source);
    if (found) return found;
  }
  for (const part of subExpressions(expr).slice(0, mostParts)) {
    if (await hasData(part.text, request, source)) continue;
    return { reason: "expression_empties_itself", message: sentenceFor(part), suggestions: [] };
  }
  return (await hasData(expr, request, source))
    ? { reason: "not_empty", message: "The query has data in this time range.", suggestions: [] }
    : {
        reason: "unknown",
        message: "Every part of the query has data, but the whole has none.",
        suggestions: [],
      };
}

/** Looked at on some points of the range: a part that is empty everywhere is empty there. */
async function hasData(
  expr: string,
  { fromMs, toMs }: ExplainRequest,
  source: ExplainSource,
): Promise<boolean> {
  const points = [1, 0.75, 0.5, 0.25, 0].map((share) => (fromMs + (toMs - fromMs) * share) / 1_000);
  for (const point of points) {
    const data = await source.query(expr, point);
    if (!isJsonObject(data) || !Array.isArray(data.result) || data.result.length > 0) return true;
  }
  return false;
}

function sentenceFor({ text, does }: SubExpression): string {
  const short = text.length > 120 ? `${text.slice(0, 117)}...` : text;
  if (does?.kind === "compare")
    return `No value passes the comparison in ${short}: there is data, but the filter drops it all.`;
  if (does?.kind === "match") {
    return `Both sides of "${does.word}" have data, but no series of one matches one of the other in ${short}. Compare their labels; on (...) or ignoring (...) say which must agree.`;
  }
  if (does?.kind === "rate") {
    return `${does.word}() needs at least two samples in its range, and ${short} finds fewer. Use a longer one, $__rate_interval say.`;
  }
  return `There is data, but ${short} gives none.`;
}

async function explainError(error: AppError, datasource: PrometheusDatasource): Promise<EmptyExplanation> {
  if (error.code === "INVALID_INPUT") return { reason: "bad_data", message: error.message, suggestions: [] };
  if (!(error instanceof GatewayError)) throw error;
  if (error.errorType === "too_many_requests" || error.errorType === "canceled") throw error;
  const probe = await probeDatasource(datasource);
  if (probe.ok) return { reason: "unknown", message: error.message, suggestions: [] };
  const reason = probe.kind === "unreachable" || probe.kind === "refused" ? "unreachable" : "not_prometheus";
  return { reason, message: probe.message, suggestions: [] };
}

function sourceOf(datasource: PrometheusDatasource, signal: AbortSignal | undefined): ExplainSource {
  const common = { datasource, signal, waitMs: 10_000 };
  return {
    query: async (query, time) =>
      (await askGateway({ ...common, endpoint: "query", params: toParams({ query, time }) })).data,
    names: async (path, selector) => {
      const params = toParams({ "match[]": [selector] });
      const question =
        path === "labels"
          ? { endpoint: "labels" as const }
          : { endpoint: "label_values" as const, labelName: path.label };
      const { data } = await askGateway({ ...common, ...question, params });
      return Array.isArray(data) ? data.map(String) : [];
    },
    series: async (selector) => {
      const params = toParams({ "match[]": [selector], limit: "20" });
      const { data } = await askGateway({ ...common, endpoint: "series", params });
      return Array.isArray(data) ? data.filter(isJsonObject).map(toLabels) : [];
    },
    limitedTo: printEnforced(datasource.matchers).join(", "),
  };
}

function toLabels(metric: { [key: string]: unknown }): Record<string, string> {
  return Object.fromEntries(Object.entries(metric).map(([label, value]) => [label, String(value)]));
}
