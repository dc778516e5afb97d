import { recordAudit } from "@/lib/server/audit/record-audit";
import { withTenant } from "@/lib/server/db";
import { listDatasourcesWithSecrets } from "@/lib/server/prometheus/find-datasource";
import type { GrafanaFolder } from "@/lib/server/publish/grafana/folders";
import { mapConcurrently } from "@/lib/server/publish/map-concurrently";
import { getPlan } from "@/lib/server/publish/plan/get-plan";
import { type GrafanaFacts, readGrafana } from "@/lib/server/publish/plan/read-grafana";
import type { StoredItem, StoredResult } from "@/lib/server/publish/plan/stored-plan";
import { StoredMapping } from "@/lib/server/publish/targets/to-grafana-target";
import { authorOf } from "@/lib/server/tenants/author";
import { assertCan, type TenantContext } from "@/lib/server/tenants/context";
import { AppError } from "@/lib/shared/errors";
import {
  ApplyRequest,
  type ApplyResult,
  type ItemResult,
  type PublishPlan,
} from "@/lib/shared/publish/publish-plan";
import { type ApplyContext, applyItem } from "./apply-item";
import { claimPlan, initialResults } from "./claim-plan";
import { loadApplyInputs, loadPlannedDocument } from "./load-apply-inputs";
import { recordPublication } from "./record-publication";

const concurrency = 4;

/**
 * Carries a plan out, as far as Grafana still stands as the plan saw it. Each dashboard is settled and recorded by
 * itself, so one that fails stops no other, and a second apply (also after a crash) only does what is left.
 */
export async function applyPlan(ctx: TenantContext, input: unknown): Promise<PublishPlan> {
  assertCan(ctx, "publish:apply");
  const request = ApplyRequest.parse(input);
  const tenantId = ctx.tenant.id;
  const claimed = await withTenant(ctx, async (tx) => {
    const { plan, before } = await claimPlan(tx, ctx, request.plan);
    const inputs = await loadApplyInputs(tx, ctx, plan);
    const results = initialResults(inputs.items, before);
    await tx.publishPlan.update({
      where: { tenantId_id: { tenantId, id: plan.id } },
      data: { result: progress("applying", results) },
    });
    return { plan, results, ...inputs };
  });
  const run = new ApplyRun(ctx, claimed.plan, claimed.results);
  try {
    const todo = claimed.items.filter(({ uid }) => run.isWaiting(uid));
    if (todo.length > 0) await applyItems(ctx, request, claimed, todo, run);
  } catch (error) {
    run.fail(error instanceof AppError ? error.message : "Publishing ended too early. Apply the plan again.");
    if (!(error instanceof AppError)) throw error;
  } finally {
    await run.finish();
  }
  return getPlan(ctx, claimed.plan.id);
}

type Claimed = Awaited<ReturnType<typeof loadApplyInputs>> & { plan: { id: string; targetId: string } };

async function applyItems(
  ctx: TenantContext,
  { resolve }: ApplyRequest,
  claimed: Claimed,
  todo: StoredItem[],
  run: ApplyRun,
): Promise<void> {
  const mapping = StoredMapping.parse(claimed.target.datasources);
  const datasources = await listDatasourcesWithSecrets(ctx);
  const facts: GrafanaFacts = await readGrafana(claimed.connection, { mapping }, datasources);
  const folders = new Map<string, Promise<GrafanaFolder>>();
  await mapConcurrently(todo, concurrency, async (item) => {
    const document = await withTenant(ctx, (tx) => loadPlannedDocument(tx, ctx, item));
    const context: ApplyContext = {
      ...{ facts, folders, document },
      planId: claimed.plan.id,
      by: authorOf(ctx).name,
      resolution: resolve[item.uid],
      last: claimed.last.get(item.uid) ?? null,
    };
    await run.settle(item, await applyItem(item, context));
  });
}

function progress(state: ApplyResult["state"], items: ItemResult[]): StoredResult {
  const finished = items.filter((item) => item.state !== "waiting").length;
  return { state, total: items.length, finished, items, beatAt: new Date().toISOString() };
}

/** Keeps the plan's row up to date with what has been done. */
class ApplyRun {
  private readonly ctx: TenantContext;
  private readonly plan: { id: string; targetId: string };
  private readonly results: Map<string, ItemResult>;

  constructor(ctx: TenantContext, plan: { id: string; targetId: string }, results: ItemResult[]) {
    this.ctx = ctx;
    this.plan = plan;
    this.results = new Map(results.map((result) => [result.uid, result]));
  }

  isWaiting(uid: string): boolean {
    return this.results.get(uid)?.state === "waiting";
  }

  async settle(
    item: StoredItem,
    { result, published }: Awaited<ReturnType<typeof applyItem>>,
  ): Promise<void> {
    this.results.set(item.uid, result);
    await withTenant(this.ctx, async (tx) => {
      if (published) await recordPublication(tx, this.ctx, this.plan.targetId, item, published);
      await tx.publishPlan.update({ where: this.where(), data: { result: this.snapshot("applying") } });
    });
  }

  /** What stops everything, an unreachable Grafana say, is what each of the rest has failed by. */
  fail(message: string): void {
    for (const [uid, result] of this.results) {
      if (result.state === "waiting") this.results.set(uid, { ...result, state: "failed", message });
    }
  }

  /** Also after a failure that stopped everything: what was not reached may be tried again. */
  async finish(): Promise<void> {
    const result = this.snapshot("done");
    const count = (state: ItemResult["state"]) => result.items.filter((item) => item.state === state).length;
    await withTenant(this.ctx, async (tx) => {
      await tx.publishPlan.update({
        where: this.where(),
        data: { result, appliedAt: new Date(), appliedByName: authorOf(this.ctx).name },
      });
      const details = {
        written: count("written"),
        unchanged: count("unchanged"),
        skipped: count("skipped"),
        failed: count("failed"),
      };
      const subject = { type: "publish-plan", id: this.plan.id };
      await recordAudit(tx, this.ctx, { action: "publish.apply", subject, details });
    });
  }

  private where() {
    return { tenantId_id: { tenantId: this.ctx.tenant.id, id: this.plan.id } };
  }

  private snapshot(state: ApplyResult["state"]): StoredResult {
    return progress(state, [...this.results.values()]);
  }
}
