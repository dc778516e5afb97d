import { env } from "@/lib/server/env";

const loopback = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * What the outermost of the trusted proxies wrote. Each adds to the end, so what stands further left came with the
 * request and may be anything; a proxy that overwrites leaves one value alone.
 */
function forwarded(request: Request, name: string): string | null {
  const proxies = env().PANELSMITH_TRUST_PROXY;
  const hops = (request.headers.get(name) ?? "").split(",").map((hop) => hop.trim());
  return (proxies > 0 && hops[Math.max(0, hops.length - proxies)]) || null;
}

/**
 * The origin under which a person sees the console: PANELSMITH_URL when set, else what the request was sent to.
 * X-Forwarded-* headers count only with PANELSMITH_TRUST_PROXY, because anybody can send them.
 */
export function ownOrigin(request: Request): string {
  const configured = env().PANELSMITH_URL;
  if (configured) {
    const url = new URL(configured);
    const host = request.headers.get("host") ?? url.host;
    const asked = URL.canParse(`${url.protocol}//${host}`) ? new URL(`${url.protocol}//${host}`) : url;
    // localhost and 127.0.0.1 are one machine to a person, and two origins to a browser.
    const sameMachine = loopback.has(url.hostname) && loopback.has(asked.hostname) && url.port === asked.port;
    return sameMachine ? asked.origin : url.origin;
  }
  const host =
    forwarded(request, "x-forwarded-host") ?? request.headers.get("host") ?? new URL(request.url).host;
  const protocol = forwarded(request, "x-forwarded-proto") ?? new URL(request.url).protocol.replace(":", "");
  return `${protocol === "https" ? "https" : "http"}://${host}`;
}

/** The address of the client as far as it is known: of the nearest hop unless trusted proxies say more. */
export function clientIp(request: Request): string | null {
  const nearest = request.headers.get("x-forwarded-for")?.split(",").at(-1)?.trim();
  const ip = env().PANELSMITH_TRUST_PROXY > 0 ? forwarded(request, "x-forwarded-for") : nearest;
  return ip ? ip.replace(/^::ffff:/, "").slice(0, 45) : null;
}
