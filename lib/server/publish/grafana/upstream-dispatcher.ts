import type { Agent } from "undici";
import { createUpstreamAgent, type UpstreamAllowlist } from "@/lib/server/http/assert-upstream-url";

const agents = new Map<string, Agent>();

/** One pool of guarded connections for an allow list, kept for the life of the process. */
export function upstreamDispatcher(allowlist: UpstreamAllowlist): Agent {
  const key = allowlist.join(",");
  const known = agents.get(key);
  if (known) return known;
  const agent = createUpstreamAgent(allowlist, { connections: 8 });
  agents.set(key, agent);
  return agent;
}
