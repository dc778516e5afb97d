import { recordAudit } from "@/lib/server/audit/record-audit";
import { withTenant } from "@/lib/server/db";
import { listDatasourcesWithSecrets } from "@/lib/server/prometheus/find-datasource";
import { mapConcurrently } from "@/lib/server/publish/map-concurrently";
import { StoredMapping } from "@/lib/server/publish/targets/to-grafana-target";
import { authorOf } from "@/lib/server/tenants/author";
import { assertCan, type TenantContext } from "@/lib/server/tenants/context";
import { PlanRequest, type PublishPlan } from "@/lib/shared/publish/publish-plan";
import { createPlaceFinder } from "./find-place";
import { loadPlanInputs } from "./load-plan-inputs";
import { planItem } from "./plan-item";
import { readGrafana } from "./read-grafana";
import { type StoredItem, targetFields, toPublishPlan } from "./stored-plan";

const concurrency = 6;
const keptForMs = 7 * 24 * 60 * 60 * 1000;

/** Reads, and only reads, what publishing these dashboards to a Grafana would do there. */
export async function createPlan(ctx: TenantContext, input: unknown): Promise<PublishPlan> {
  assertCan(ctx, "publish:read");
  const wanted = PlanRequest.parse(input);
  const inputs = await withTenant(ctx, (tx) => loadPlanInputs(tx, ctx, wanted.target, wanted.dashboards));
  const datasources = await listDatasourcesWithSecrets(ctx);
  const mapping = StoredMapping.parse(inputs.target.datasources);
  const facts = await readGrafana(inputs.connection, { mapping }, datasources);
  const places = await createPlaceFinder(facts, inputs.dashboards);
  const items = await mapConcurrently(inputs.dashboards, concurrency, (dashboard) =>
    planItem(facts, places, dashboard),
  );
  return storePlan(ctx, inputs.target.id, items, facts.version);
}

async function storePlan(
  ctx: TenantContext,
  targetId: string,
  items: StoredItem[],
  grafanaVersion: string,
): Promise<PublishPlan> {
  const tenantId = ctx.tenant.id;
  const author = authorOf(ctx);
  const row = await withTenant(ctx, async (tx) => {
    const old = new Date(Date.now() - keptForMs);
    await tx.publishPlan.deleteMany({ where: { tenantId, appliedAt: null, createdAt: { lt: old } } });
    await tx.grafanaTarget.updateMany({ where: { tenantId, id: targetId }, data: { grafanaVersion } });
    const created = await tx.publishPlan.create({
      data: { tenantId, targetId, items, createdById: author.id, createdByName: author.name },
      include: targetFields,
    });
    const subject = { type: "publish-plan", id: created.id };
    const details = { target: created.target.name, dashboards: items.length };
    await recordAudit(tx, ctx, { action: "publish.plan", subject, details });
    return created;
  });
  return toPublishPlan(row);
}
