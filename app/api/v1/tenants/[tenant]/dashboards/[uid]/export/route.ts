import { exportDashboard } from "@/lib/server/dashboards/export-dashboard";
import { bodyOf } from "@/lib/server/http/responses";
import { tenantRoute } from "@/lib/server/http/tenant-route";

export const GET = tenantRoute<{ uid: string }>(async ({ ctx, params, query }) => {
  const { body, type, fileName } = await exportDashboard(ctx, params.uid, query.get("format") ?? "json");
  const headers = { "Content-Type": type, "Content-Disposition": `attachment; filename="${fileName}"` };
  return new Response(typeof body === "string" ? bodyOf(body) : body, { headers });
});
