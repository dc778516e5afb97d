import type { UpstreamAllowlist } from "@/lib/server/http/assert-upstream-url";

export type GrafanaCredentials =
  | { kind: "token"; token: string }
  | { kind: "basic"; user: string; password: string };

/** All that a call to one Grafana needs. Holds a secret: never log it, never return it. */
export interface GrafanaConnection {
  /** Base address, sub path included. */
  url: string;
  credentials: GrafanaCredentials;
  /** Only felt by basic auth: a token belongs to one organization. */
  orgId?: number;
  allowlist: UpstreamAllowlist;
  timeoutMs?: number;
  maxBytes?: number;
  /** First pause before a repeated attempt; doubles each time. */
  retryDelayMs?: number;
}

export function authorizationOf(credentials: GrafanaCredentials): string {
  if (credentials.kind === "token") return `Bearer ${credentials.token}`;
  return `Basic ${Buffer.from(`${credentials.user}:${credentials.password}`).toString("base64")}`;
}

/** Joins an API path to the base address; a sub path such as /grafana stays. */
export function apiUrl(base: string, path: string, query: Record<string, string | number> = {}): URL {
  const url = new URL(base);
  url.pathname = url.pathname.replace(/\/+$/, "") + path;
  url.search = "";
  url.hash = "";
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, String(value));
  return url;
}

/** The address for people: Grafana's own paths hold the sub path already, so they join the origin. */
export function pageUrl(base: string, path: string): string {
  return new URL(path, new URL(base).origin).toString();
}
