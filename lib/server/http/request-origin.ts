import { env } from "@/lib/server/env";

const loopback = new Set(["localhost", "127.0.0.1", "[::1]"]);

function forwarded(request: Request, name: string): string | null {
  if (!env().PANELSMITH_TRUST_PROXY) return null;
  return request.headers.get(name)?.split(",")[0]?.trim() || null;
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

/** The address of the client as far as it is known: of the nearest hop unless a trusted proxy says more. */
export function clientIp(request: Request): string | null {
  const hops = (request.headers.get("x-forwarded-for") ?? "").split(",").map((hop) => hop.trim());
  const ip = env().PANELSMITH_TRUST_PROXY ? hops[0] : hops.at(-1);
  return ip ? ip.replace(/^::ffff:/, "").slice(0, 45) : null;
}
