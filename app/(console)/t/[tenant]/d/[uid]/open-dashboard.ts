import { notFound } from "next/navigation";
import { cache } from "react";
import { openTenant } from "@/app/(console)/t/[tenant]/open-tenant";
import { getDashboardText } from "@/lib/server/dashboards/get-dashboard-text";
import { parseStored } from "@/lib/server/dashboards/parse-stored";
import type { TenantContext } from "@/lib/server/tenants/context";
import { AppError } from "@/lib/shared/errors";

const load = cache(async (ctx: TenantContext, uid: string) => {
  const dashboard = await getDashboardText(ctx, uid);
  return { ...dashboard, document: await parseStored(dashboard.documentText) };
});

/** The dashboard of the address, loaded once a request; one that is missing is the "not found" page. */
export async function openDashboard(params: Promise<{ tenant: string; uid: string }>) {
  const ctx = await openTenant(params);
  const { uid } = await params;
  try {
    return { ctx, dashboard: await load(ctx, uid) };
  } catch (error) {
    if (error instanceof AppError && error.code === "NOT_FOUND") notFound();
    throw error;
  }
}
