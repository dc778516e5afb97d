import { ok } from "@/lib/server/http/responses";
import { tenantRoute } from "@/lib/server/http/tenant-route";
import { explainEmpty } from "@/lib/server/prometheus/explain/explain-empty";

export const POST = tenantRoute<{ uid: string }>(async ({ ctx, params, body, request }) =>
  ok(await explainEmpty(ctx, params.uid, await body(), request.signal)),
);
