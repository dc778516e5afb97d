import { withTenant } from "@/lib/server/db";
import type { PrometheusDatasource } from "@/lib/server/prometheus/datasource";
import { listDatasourcesWithSecrets, pickDatasource } from "@/lib/server/prometheus/find-datasource";
import { assertCan, type TenantContext } from "@/lib/server/tenants/context";
import { type LintFacts, type MetricFacts, noFacts } from "@/lib/shared/dashboards/lint/lint-facts";
import { lintSubject } from "@/lib/shared/dashboards/lint/lint-subject";
import type { DashboardDocument, DatasourceRef, ReadDashboard } from "@/lib/shared/dashboards/reading-model";
import { AppError } from "@/lib/shared/errors";
import { nodesOf } from "@/lib/shared/promql/nodes";
import { metricOf, readSelector } from "@/lib/shared/promql/selector";
import { findMetricFacts } from "./find-metric-facts";

const mostDatasources = 3;
const mostCounted = 60;

interface Wanted {
  uid: string;
  document: DashboardDocument;
  cardinality: boolean;
}

/** What the tenant's own datasources and other dashboards tell about a document; those that do not answer are named. */
export async function findLintFacts(
  ctx: TenantContext,
  { uid, document, cardinality }: Wanted,
  signal?: AbortSignal,
): Promise<{ facts: LintFacts; unreachable: string[] }> {
  assertCan(ctx, "query:run");
  const { dashboard, queries } = lintSubject(document, noFacts);
  const all = await listDatasourcesWithSecrets(ctx);
  const pick = (ref: DatasourceRef | null) => pickDatasource(all, referenceOf(ref, dashboard));
  const asked = [...new Set(queries.map(({ datasource }) => pick(datasource)))].filter(
    (one) => one !== undefined,
  );
  const counted = cardinality ? metricsIn(queries) : [];
  const known = new Map<PrometheusDatasource, MetricFacts>();
  const unreachable: string[] = [];
  for (const datasource of asked.slice(0, mostDatasources)) {
    try {
      known.set(datasource, await findMetricFacts(datasource, counted, signal));
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      unreachable.push(datasource.name);
    }
  }
  const metricsOf = (ref: DatasourceRef | null) => {
    const datasource = pick(ref);
    return (datasource && known.get(datasource)) ?? null;
  };
  return { facts: { metricsOf, others: await othersOf(ctx, uid, dashboard.title) }, unreachable };
}

/** A datasource variable means what it is set to. */
function referenceOf(ref: DatasourceRef | null, { variables }: ReadDashboard): string | undefined {
  const name = /^(?:\$\{?|\[\[)(\w+)/.exec(ref?.uid ?? "")?.[1];
  if (name === undefined) return ref?.uid;
  const current = variables.find((variable) => variable.name === name)?.current;
  return [current ?? []].flat()[0];
}

function metricsIn(queries: ReturnType<typeof lintSubject>["queries"]): string[] {
  const names = queries.flatMap(({ tree, expr, kind }) =>
    tree && kind === "target"
      ? nodesOf(tree, "VectorSelector").map((node) => metricOf(readSelector(expr, node)) ?? "")
      : [],
  );
  return [...new Set(names)].filter((name) => /^[\w:]+$/.test(name)).slice(0, mostCounted);
}

async function othersOf(ctx: TenantContext, uid: string, title: string): Promise<LintFacts["others"]> {
  const where = { tenantId: ctx.tenant.id, title, uid: { not: uid }, deletedAt: null };
  const rows = await withTenant(ctx, (tx) =>
    tx.dashboard.findMany({
      where,
      take: 5,
      select: { uid: true, title: true, folder: { select: { title: true } } },
    }),
  );
  return rows.map((row) => ({ uid: row.uid, title: row.title, place: row.folder?.title ?? "top level" }));
}
