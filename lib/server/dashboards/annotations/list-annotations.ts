import { withTenant } from "@/lib/server/db";
import { assertCan, type TenantContext } from "@/lib/server/tenants/context";
import { type Annotation, AnnotationFilter } from "@/lib/shared/dashboards/annotation";
import { annotationFields, toAnnotation } from "./annotation-dto";
import { toMoment } from "./to-moment";

/** A filter from the query text of a request. */
export function annotationFilterOf(query: URLSearchParams): Record<string, unknown> {
  const text = (name: string) => query.get(name) || undefined;
  const number = (name: string) => (query.get(name) ? Number(query.get(name)) : undefined);
  return {
    dashboardUid: text("dashboard"),
    fromMs: number("from"),
    toMs: number("to"),
    tag: query.getAll("tag"),
    limit: number("limit"),
    cursor: text("cursor"),
  };
}

/** Newest first. */
export async function listAnnotations(
  ctx: TenantContext,
  input: unknown,
): Promise<{ items: Annotation[]; nextCursor: string | null }> {
  assertCan(ctx, "dashboard:read");
  const { dashboardUid, fromMs, toMs, tag, limit, cursor } = AnnotationFilter.parse(input);
  const tenantId = ctx.tenant.id;
  const rows = await withTenant(ctx, (tx) =>
    tx.annotation.findMany({
      where: {
        tenantId,
        ...(dashboardUid === undefined ? {} : { dashboard: { uid: dashboardUid } }),
        ...(toMs === undefined ? {} : { startsAt: { lte: toMoment(toMs) } }),
        ...(fromMs === undefined ? {} : { endsAt: { gte: toMoment(fromMs) } }),
        ...(tag.length === 0 ? {} : { tags: { hasEvery: tag } }),
      },
      orderBy: [{ startsAt: "desc" }, { id: "desc" }],
      take: limit + 1,
      ...(cursor ? { cursor: { tenantId_id: { tenantId, id: cursor } }, skip: 1 } : {}),
      select: annotationFields,
    }),
  );
  const page = rows.slice(0, limit);
  const nextCursor = rows.length > limit ? (page.at(-1)?.id ?? null) : null;
  return { items: page.map(toAnnotation), nextCursor };
}
