import { randomUUID } from "node:crypto";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import type { TenantContext } from "@/lib/server/tenants/context";
import { AppError } from "@/lib/shared/errors";
import { getUserAccess } from "./find-access";
import { readSessionCookie } from "./session-cookie";

/**
 * The context of a page below `/t/[tenant]`. Without a session it goes to the sign-in page and back to `path`
 * afterwards; a tenant that is unknown or not the person's is "not found".
 * @throws AppError FORBIDDEN when the tenant is suspended: show its message.
 */
export const requireTenantContext = cache(
  async (tenantSlug: string, path?: string): Promise<TenantContext> => {
    const cookie = readSessionCookie((await headers()).get("cookie"));
    try {
      const access = await getUserAccess(cookie, tenantSlug);
      return { ...access, requestId: randomUUID(), ip: null };
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      if (error.code === "UNAUTHENTICATED") {
        redirect(`/sign-in?next=${encodeURIComponent(path ?? `/t/${tenantSlug}/dashboards`)}`);
      }
      if (error.code === "NOT_FOUND") notFound();
      throw error;
    }
  },
);
