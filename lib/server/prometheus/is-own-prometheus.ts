import { lookup } from "node:dns/promises";
import { env } from "@/lib/server/env";
import { portOf } from "@/lib/server/http/port-of";
import { judgeAddress } from "@/lib/server/http/upstream-address";

/** Whether a URL leads to the Prometheus that the installation itself names (PROMETHEUS_URL), however it is spelled. */
export async function isOwnPrometheus(url: string): Promise<boolean> {
  const { PROMETHEUS_URL } = env();
  if (!PROMETHEUS_URL) return false;
  const [own, asked] = [new URL(PROMETHEUS_URL), new URL(url)];
  if (portOf(own) !== portOf(asked)) return false;
  const addresses = new Set(await addressesOf(own.hostname));
  return (await addressesOf(asked.hostname)).some((address) => addresses.has(address));
}

/** Every address of this machine counts as one; a name that cannot be looked up stands for itself. */
async function addressesOf(hostname: string): Promise<string[]> {
  const name = hostname.replace(/^\[|\]$/g, "").replace(/\.$/, "");
  const found = await lookup(name, { all: true }).catch(() => []);
  if (found.length === 0) return [name];
  return found.map(({ address }) => (judgeAddress(address) === "local" ? "local" : address));
}
