import { type LookupAddress, lookup } from "node:dns";
import { lookup as lookupAsync } from "node:dns/promises";
import { isIP, type LookupFunction } from "node:net";
import { Agent } from "undici";
import { env } from "@/lib/server/env";
import { AppError } from "@/lib/shared/errors";
import { portOf } from "./port-of";
import { judgeAddress } from "./upstream-address";

/** Entries are `host`, `host:port` or `*.domain`. */
export type UpstreamAllowlist = readonly string[];

const refusedNames = /^(metadata|instance-data)(\.|$)|^metadata\.goog$/;

/** What can be said without asking DNS: scheme, credentials in the URL, addresses written out. Throws INVALID_INPUT. */
export function checkUpstreamUrl(text: string, allowlist: UpstreamAllowlist): URL {
  if (!URL.canParse(text)) {
    throw new AppError("INVALID_INPUT", "The URL cannot be read. Write it like http://prometheus:9090.");
  }
  const url = new URL(text);
  if (url.protocol !== "http:" && url.protocol !== "https:") {
    throw new AppError("INVALID_INPUT", "The URL must begin with http:// or https://.");
  }
  if (url.username !== "" || url.password !== "") {
    throw new AppError("INVALID_INPUT", "Leave user and password out of the URL and give them as headers.");
  }
  const name = hostName(url);
  if (refusedNames.test(name)) throw refusal("forbidden");
  if (isIP(name) !== 0) assertAddress(name, isListed(name, portOf(url), allowlist));
  else if (name === "localhost" || name.endsWith(".localhost")) {
    if (!isListed(name, portOf(url), allowlist)) throw refusal("local");
  }
  return url;
}

/** As checkUpstreamUrl, and every address that the name resolves to is looked at too. For saving and testing. */
export async function assertUpstreamUrl(text: string, allowlist: UpstreamAllowlist): Promise<URL> {
  const url = checkUpstreamUrl(text, allowlist);
  const name = hostName(url);
  if (isIP(name) !== 0) return url;
  const addresses = await lookupAsync(name, { all: true }).catch(() => {
    throw new AppError("INVALID_INPUT", `The host name ${name} cannot be resolved. Check its spelling.`);
  });
  const listed = isListed(name, portOf(url), allowlist);
  for (const { address } of addresses) assertAddress(address, listed);
  return url;
}

/** Connections of this agent go only to addresses judged at the moment of connecting, so DNS cannot change in between. */
export function createUpstreamAgent(allowlist: UpstreamAllowlist, options: Agent.Options = {}): Agent {
  return new Agent({
    ...options,
    connect: { ...options.connect, timeout: 5_000, lookup: guardedLookup(allowlist) },
  });
}

function guardedLookup(allowlist: UpstreamAllowlist): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
      const first = addresses?.[0];
      if (error || !first) return callback(error ?? new Error("The name resolves to nothing."), "", 0);
      const listed = allowlist.some((entry) => matchesHost(withoutPort(entry), hostname.toLowerCase()));
      try {
        for (const { address } of addresses) assertAddress(address, listed);
      } catch (refused) {
        return callback(refused instanceof Error ? refused : new Error("refused"), "", 0);
      }
      return options.all ? callback(null, addresses) : callback(null, first.address, first.family);
    });
  };
}

function assertAddress(address: string, listed: boolean): void {
  const verdict = judgeAddress(address);
  if (verdict === "forbidden" || (verdict === "local" && !listed)) throw refusal(verdict);
}

function refusal(verdict: "local" | "forbidden"): AppError {
  const message =
    verdict === "local"
      ? "The URL names the console's own machine. An administrator can allow that host in UPSTREAM_ALLOWLIST."
      : "The URL names an address that no datasource or target may have (link-local, metadata service or special use).";
  return new AppError("INVALID_INPUT", message, { reason: "upstream_address_refused" });
}

function isListed(name: string, port: string, allowlist: UpstreamAllowlist): boolean {
  return allowlist.some((entry) => {
    const listedPort = /(?<!:[^\]]*):(\d+)$/.exec(entry)?.[1];
    // The console's own port must be named to be meant: a host alone stands for the other servers there.
    const portFits = listedPort === undefined ? port !== String(env().PORT) : listedPort === port;
    return matchesHost(withoutPort(entry), name) && portFits;
  });
}

function withoutPort(entry: string): string {
  const lower = entry.trim().toLowerCase();
  const bracketed = /^\[([^\]]+)\](:\d+)?$/.exec(lower);
  if (bracketed?.[1]) return bracketed[1];
  return lower.split(":").length === 2 ? lower.replace(/:\d+$/, "") : lower;
}

function matchesHost(entry: string, name: string): boolean {
  return entry.startsWith("*.") ? name.endsWith(entry.slice(1)) : entry === name;
}

function hostName(url: URL): string {
  return url.hostname
    .toLowerCase()
    .replace(/^\[|\]$/g, "")
    .replace(/\.$/, "");
}
