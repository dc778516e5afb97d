import { noDashboard } from "@/lib/server/dashboards/get-dashboard-text";
import { hasDashboard } from "@/lib/server/dashboards/has-dashboard";
import { withTenant } from "@/lib/server/db";
import { inTurns } from "@/lib/server/in-turns";
import { assertCan, type TenantContext } from "@/lib/server/tenants/context";
import { assertSizeWithinQuota } from "@/lib/server/tenants/quota";
import { listPanelPaths } from "@/lib/shared/dashboards/edit/panels";
import { lintInSteps } from "@/lib/shared/dashboards/lint/lint-dashboard";
import { DraftLintRequest, type LintAnswer } from "@/lib/shared/dashboards/lint/lint-request";
import { findLintFacts } from "./find-lint-facts";

/** What the rules find in a changed document of a dashboard that is not saved yet. */
export async function lintDraft(
  ctx: TenantContext,
  uid: string,
  input: unknown,
  signal?: AbortSignal,
): Promise<LintAnswer> {
  assertCan(ctx, "dashboard:write");
  const { document, ...request } = DraftLintRequest.parse(input);
  if (!(await hasDashboard(ctx, uid))) throw noDashboard(uid);
  const panels = listPanelPaths(document).length;
  await withTenant(ctx, (tx) => assertSizeWithinQuota(tx, ctx, "panelsPerDashboard", panels));
  const { facts, unreachable } = await findLintFacts(ctx, { uid, document, ...request }, signal);
  return { ...(await inTurns(lintInSteps(document, { facts, mixin: request.mixin }))), unreachable };
}
