import { callApi, tenantApi } from "@/lib/client/api-client";
import { fillInBuiltins } from "@/lib/client/explore/fill-in-builtins";
import type { EmptyExplanation } from "@/lib/shared/promql/explain/explanation";

interface ExpressionQuestion {
  tenant: string;
  datasource: string;
  expr: string;
  range: { fromMs: number; toMs: number };
}

/** As it would be asked over the range. */
export function explainExpression(
  { tenant, datasource, expr, range }: ExpressionQuestion,
  signal: AbortSignal,
): Promise<EmptyExplanation> {
  const { query } = fillInBuiltins(expr, range);
  const path = `datasources/${encodeURIComponent(datasource)}/prometheus/explain`;
  return callApi(tenantApi(tenant, path), { method: "POST", body: { expr: query, ...range }, signal });
}
