import { networkInterfaces } from "node:os";
import ipaddr from "ipaddr.js";

export type AddressVerdict = "open" | "local" | "forbidden";

const openRanges = new Set(["unicast", "private", "uniqueLocal", "carrierGradeNat"]);
const localRanges = new Set(["loopback", "unspecified"]);
/** Metadata services of cloud providers that live outside the link-local range. */
const metadataAddresses = new Set([
  "100.100.100.200",
  "168.63.129.16",
  "192.0.0.192",
  "fd00:ec2::254",
  "fd20:ce::254",
]);

/**
 * `local` (this machine) is refused unless its name stands in the allow list; `forbidden` (link-local, cloud
 * metadata, multicast, addresses that wrap another address) is refused always.
 */
export function judgeAddress(address: string): AddressVerdict {
  const bare = address.replace(/^\[|\]$/g, "").replace(/%.*$/, "");
  if (!ipaddr.isValid(bare)) return "forbidden";
  const parsed = ipaddr.process(bare);
  if (metadataAddresses.has(parsed.toString())) return "forbidden";
  const range = parsed.range();
  if (localRanges.has(range)) return "local";
  if (parsed.kind() === "ipv6" && wrapsIpv4(parsed.toByteArray())) return "forbidden";
  if (!openRanges.has(range)) return "forbidden";
  return isOwnAddress(parsed.toString()) ? "local" : "open";
}

function wrapsIpv4(bytes: number[]): boolean {
  const compatible = bytes.slice(0, 12).every((byte) => byte === 0);
  const nat64 = bytes[0] === 0x00 && bytes[1] === 0x64 && bytes[2] === 0xff && bytes[3] === 0x9b;
  return compatible || nat64;
}

function isOwnAddress(address: string): boolean {
  return Object.values(networkInterfaces()).some((list) =>
    list?.some((own) => ipaddr.process(own.address.replace(/%.*$/, "")).toString() === address),
  );
}
