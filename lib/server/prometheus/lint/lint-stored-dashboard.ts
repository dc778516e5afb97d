import { getDashboard } from "@/lib/server/dashboards/get-dashboard";
import { inTurns } from "@/lib/server/in-turns";
import { assertCan, type TenantContext } from "@/lib/server/tenants/context";
import { lintInSteps } from "@/lib/shared/dashboards/lint/lint-dashboard";
import { type LintAnswer, LintRequest } from "@/lib/shared/dashboards/lint/lint-request";
import { findLintFacts } from "./find-lint-facts";

/** What the rules find in a dashboard, with what its datasources know. */
export async function lintStoredDashboard(
  ctx: TenantContext,
  uid: string,
  input: unknown = {},
  signal?: AbortSignal,
): Promise<LintAnswer> {
  assertCan(ctx, "dashboard:read");
  const request = LintRequest.parse(input);
  const { document } = await getDashboard(ctx, uid);
  const { facts, unreachable } = await findLintFacts(ctx, { uid, document, ...request }, signal);
  return { ...(await inTurns(lintInSteps(document, { facts, mixin: request.mixin }))), unreachable };
}
