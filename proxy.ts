import { type NextRequest, NextResponse } from "next/server";
import { env } from "@/lib/server/env";
import { contentSecurityPolicy } from "@/lib/shared/content-security-policy";
import { lastTenantCookie, tenantOfPath } from "@/lib/shared/tenants/last-tenant";

/** Gives every page a fresh nonce: scripts run only with it, so injected markup stays inert. */
export function proxy(request: NextRequest) {
  const nonce = btoa(crypto.randomUUID());
  const policy = contentSecurityPolicy(nonce, env().NODE_ENV === "development");
  const requestHeaders = new Headers(request.headers);
  requestHeaders.set("x-nonce", nonce);
  requestHeaders.set("x-path", `${request.nextUrl.pathname}${request.nextUrl.search}`);
  requestHeaders.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers: requestHeaders } });
  response.headers.set("content-security-policy", policy);
  response.headers.set("x-content-type-options", "nosniff");
  response.headers.set("referrer-policy", "same-origin");
  response.headers.set("permissions-policy", "camera=(), microphone=(), geolocation=()");
  rememberTenant(request, response);
  return response;
}

const year = 365 * 24 * 3600;

/** So that the start page and addresses of Grafana lead to the tenant used last. No link fetches ahead: what is asked for is seen. */
function rememberTenant(request: NextRequest, response: NextResponse): void {
  const tenant = tenantOfPath(request.nextUrl.pathname);
  if (tenant === null || request.cookies.get(lastTenantCookie)?.value === tenant) return;
  response.cookies.set(lastTenantCookie, tenant, { httpOnly: true, sameSite: "lax", maxAge: year });
}

export const config = {
  matcher: ["/((?!api/|_next/static|_next/image|favicon.ico|icon.svg).*)"],
};
