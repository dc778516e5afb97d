import { AppError } from "@/lib/shared/errors";
import { ownOrigin } from "./request-origin";

const harmless = new Set(["GET", "HEAD", "OPTIONS"]);

function originHost(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}

/**
 * Refuses a state-changing request that carries a cookie and does not come from our own pages. Bearer tokens need no
 * such check: no browser sends them by itself.
 */
export function assertSameOrigin(request: Request): void {
  if (harmless.has(request.method)) return;
  const origin = request.headers.get("origin");
  const own = originHost(ownOrigin(request));
  const site = request.headers.get("sec-fetch-site");
  const foreign = site !== null && site !== "same-origin" && site !== "none";
  if (!foreign && origin !== null && own !== null && originHost(origin) === own) return;
  throw new AppError(
    "FORBIDDEN",
    "This request did not come from a page of this console. Programs use an API token.",
  );
}
