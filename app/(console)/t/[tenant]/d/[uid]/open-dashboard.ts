import { notFound } from "next/navigation";
import { cache } from "react";
import { openTenant } from "@/app/(console)/t/[tenant]/open-tenant";
import { getDashboard } from "@/lib/server/dashboards/get-dashboard";
import type { TenantContext } from "@/lib/server/tenants/context";
import { AppError } from "@/lib/shared/errors";

const load = cache((ctx: TenantContext, uid: string) => getDashboard(ctx, uid));

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
