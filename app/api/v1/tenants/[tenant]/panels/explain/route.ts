import { ok } from "@/lib/server/http/responses";
import { tenantRoute } from "@/lib/server/http/tenant-route";
import { explainPanel } from "@/lib/server/prometheus/explain/explain-panel";

export const POST = tenantRoute(
  async ({ ctx, body, request }) => ok(await explainPanel(ctx, await body(), request.signal)),
  { maxBodyBytes: 4_000_000 },
);
