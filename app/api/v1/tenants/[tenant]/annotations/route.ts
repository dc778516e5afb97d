import { createAnnotation } from "@/lib/server/dashboards/annotations/create-annotation";
import { annotationFilterOf, listAnnotations } from "@/lib/server/dashboards/annotations/list-annotations";
import { created, ok } from "@/lib/server/http/responses";
import { tenantRoute } from "@/lib/server/http/tenant-route";

export const GET = tenantRoute(async ({ ctx, query }) =>
  ok(await listAnnotations(ctx, annotationFilterOf(query))),
);

export const POST = tenantRoute(async ({ ctx, body }) => created(await createAnnotation(ctx, await body())));
