import { groupingOf, nodesOf } from "@/lib/shared/promql/nodes";
import { readSelector } from "@/lib/shared/promql/selector";
import { dashboardPlace } from "../lint-places";
import type { LintRule } from "../lint-rule";

const tenantLabel = /^(tenant|tenant_id|tenantid|org_id|customer|customer_id)$/i;

export const templateTenant: LintRule = {
  id: "template-tenant",
  title: "Where series belong to tenants, a variable chooses the tenant",
  severity: "hint",
  why: "With many tenants a panel of all is a tangle; the question is nearly always about one.",
  check: ({ queries }) => {
    const targets = queries.filter(({ kind }) => kind === "target");
    const labels = new Set<string>();
    for (const { tree, expr } of targets) {
      if (!tree) continue;
      for (const node of nodesOf(tree, "VectorSelector")) {
        const matchers = readSelector(expr, node).matchers.filter(({ label }) => tenantLabel.test(label));
        if (matchers.some(({ value }) => /[$[]/.test(value))) return [];
      }
      for (const node of nodesOf(tree, "AggregateExpr")) {
        const { kind, labels: grouped } = groupingOf(expr, node);
        if (kind === "by") for (const label of grouped) if (tenantLabel.test(label)) labels.add(label);
      }
    }
    const [label] = labels;
    if (label === undefined) return [];
    const message = `Panels group by ${label}, but no variable chooses among its values.`;
    return [{ message, place: dashboardPlace("templating", "list") }];
  },
};
