import {
  getDatasourceWithSecrets,
  listDatasourcesWithSecrets,
} from "@/lib/server/prometheus/find-datasource";
import { assertCan, assertMayQueryFreely, type TenantContext } from "@/lib/server/tenants/context";
import { ExplainRequest } from "@/lib/shared/prometheus/explain-request";
import { alignRange, calculateStep } from "@/lib/shared/prometheus/step";
import type { EmptyExplanation } from "@/lib/shared/promql/explain/explanation";
import { runExplanation } from "./run-explanation";

const points = 240;

/** Why an expression gives nothing: asks step by step until the cause is found. */
export async function explainEmpty(
  ctx: TenantContext,
  uid: string,
  body: unknown,
  signal?: AbortSignal,
): Promise<EmptyExplanation> {
  assertCan(ctx, "query:run");
  assertMayQueryFreely(ctx);
  const { expr, fromMs, toMs, stepSeconds, instant } = ExplainRequest.parse(body);
  const [datasource, all] = await Promise.all([
    getDatasourceWithSecrets(ctx, uid),
    listDatasourcesWithSecrets(ctx),
  ]);
  const step =
    stepSeconds ??
    calculateStep({ fromMs, toMs, maxDataPoints: points, minIntervalSeconds: 0, scrapeIntervalSeconds: 15 })
      .stepSeconds;
  const endSeconds = Math.floor(toMs / 1_000);
  const grid = instant
    ? { startSeconds: endSeconds, endSeconds, stepSeconds: step }
    : { ...alignRange(fromMs, toMs, step), stepSeconds: step };
  return runExplanation({ ctx, expr, grid, datasource, all, variables: [], signal });
}
