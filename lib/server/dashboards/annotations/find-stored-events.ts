import { withTenant } from "@/lib/server/db";
import { assertCan, type TenantContext } from "@/lib/server/tenants/context";
import type { StoredAnnotations } from "@/lib/shared/dashboards/reading-model";
import type { AnnotationEvent } from "@/lib/shared/prometheus/annotation-query";
import { annotationFields, toAnnotation } from "./annotation-dto";
import { toMoment } from "./to-moment";

interface Wanted {
  stored: StoredAnnotations;
  dashboardUid: string;
  fromMs: number;
  toMs: number;
}

/** What Grafana's own query for annotations shows: those of the dashboard, or of the tenant that carry the tags. */
export async function findStoredEvents(ctx: TenantContext, wanted: Wanted): Promise<AnnotationEvent[]> {
  assertCan(ctx, "dashboard:read");
  const { stored, dashboardUid, fromMs, toMs } = wanted;
  const byTags = stored.by === "tags";
  if (byTags && stored.tags.length === 0) return [];
  const rows = await withTenant(ctx, (tx) =>
    tx.annotation.findMany({
      where: {
        tenantId: ctx.tenant.id,
        startsAt: { lte: toMoment(toMs) },
        endsAt: { gte: toMoment(fromMs) },
        ...(byTags ? {} : { dashboard: { uid: dashboardUid } }),
        ...(stored.tags.length === 0
          ? {}
          : { tags: stored.matchAny ? { hasSome: stored.tags } : { hasEvery: stored.tags } }),
      },
      orderBy: [{ startsAt: "desc" }, { id: "desc" }],
      take: stored.limit,
      select: annotationFields,
    }),
  );
  return rows
    .map(toAnnotation)
    .reverse()
    .map(({ id, text, tags, createdBy, panelId, ...times }) => ({
      ...{ fromMs: times.fromMs, toMs: times.toMs, title: text, text: "", tags },
      ...{ id, author: createdBy, ...(panelId === null || byTags ? {} : { panelId }) },
    }));
}
