import { exportAudit } from "@/lib/server/audit/export-audit";
import { auditFilterOf, listAudit } from "@/lib/server/audit/list-audit";
import { ok } from "@/lib/server/http/responses";
import { tenantRoute } from "@/lib/server/http/tenant-route";
import { assertCan } from "@/lib/server/tenants/context";

export const GET = tenantRoute(async ({ ctx, query }) => {
  const filter = auditFilterOf(query);
  if (query.get("format") !== "csv") return ok(await listAudit(ctx, filter));
  assertCan(ctx, "audit:read");
  const headers = {
    "Content-Type": "text/csv; charset=utf-8",
    "Content-Disposition": `attachment; filename="audit-${ctx.tenant.slug}.csv"`,
  };
  return new Response(exportAudit(ctx, filter), { headers });
});
