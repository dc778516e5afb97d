import { AppError } from "@/lib/shared/errors";
import { ownOrigin } from "./request-origin";

const harmless = new Set(["GET", "HEAD", "OPTIONS"]);

/** The own origin, or the same host over https: a proxy in front may end TLS without telling. Never the other way. */
function isOwn(origin: string, own: string): boolean {
  if (!URL.canParse(origin) || !URL.canParse(own)) return false;
  const [asked, mine] = [new URL(origin), new URL(own)];
  return asked.origin === mine.origin || (asked.protocol === "https:" && asked.host === mine.host);
}

/**
 * Refuses a state-changing request that carries a cookie and does not come from our own pages. Bearer tokens need no
 * such check: no browser sends them by itself.
 */
export function assertSameOrigin(request: Request): void {
  if (harmless.has(request.method)) return;
  const origin = request.headers.get("origin");
  const site = request.headers.get("sec-fetch-site");
  const foreign = site !== null && site !== "same-origin" && site !== "none";
  if (!foreign && origin !== null && isOwn(origin, ownOrigin(request))) return;
  throw new AppError(
    "FORBIDDEN",
    "This request did not come from a page of this console. Programs use an API token.",
  );
}
