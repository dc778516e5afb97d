import type { Agent } from "undici";
import { env } from "@/lib/server/env";
import { createUpstreamAgent, type UpstreamAllowlist } from "@/lib/server/http/assert-upstream-url";
import { portOf } from "@/lib/server/http/port-of";

/** The listed hosts, and those that the administrator named as this installation's own servers. */
export function upstreamAllowlist(): UpstreamAllowlist {
  const { UPSTREAM_ALLOWLIST, PROMETHEUS_URL, GRAFANA_URL } = env();
  const own = [PROMETHEUS_URL, GRAFANA_URL].flatMap((url) => (url ? [hostWithPort(new URL(url))] : []));
  return [...UPSTREAM_ALLOWLIST, ...own];
}

// Kept outside the module, because a development server loads modules again and again.
const holder: { panelsmithUpstreamAgent?: Agent } & typeof globalThis = globalThis;

export function upstreamAgent(): Agent {
  holder.panelsmithUpstreamAgent ??= createUpstreamAgent(upstreamAllowlist(), {
    connections: 64,
    keepAliveTimeout: 30_000,
    pipelining: 1,
  });
  return holder.panelsmithUpstreamAgent;
}

/** With its port, whatever it is: a host alone would stand for all the other servers there. */
function hostWithPort(url: URL): string {
  return `${url.hostname}:${portOf(url)}`;
}
