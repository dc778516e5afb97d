import { ownValues } from "@/lib/shared/promql/enforced-matchers";
import type { PrometheusDatasource } from "./datasource";

type About = Pick<PrometheusDatasource, "url" | "headers"> & Partial<Pick<PrometheusDatasource, "matchers">>;

const maxLength = 1_000;
/** Bounded, because whatever has many letters and signs in a row would be read once from each of them. */
const address = /[a-z][a-z0-9+.-]{0,30}:\/\/[^\s"'<>]+/gi;
const numericPeer = /\b\d{1,3}(?:\.\d{1,3}){3}:\d{1,5}\b|\[[0-9a-f:]{2,50}\]:\d{1,5}/gi;
/** What stands in quotes is a label's value, and those of `instance` look the same. */
const namedPeer = /"[^"]*"?|\b[a-z][\w-]{0,62}(?:\.[\w-]{1,63}){0,8}:\d{2,5}\b/gi;
const labelled = /\b([a-z_]\w*)(\\?"?\s*[=:]\s*\\?")([^"\\]*)/gi;

/** Takes everything about the upstream out of a text that it wrote: addresses, host names, credentials, other tenants. */
export function cleanText(text: string, { url, headers, matchers = {} }: About): string {
  const { hostname, host } = new URL(url);
  const secrets = [
    host,
    hostname,
    ...Object.values(headers).flatMap((value) => [value, value.split(" ").at(-1) ?? ""]),
  ];
  let cleaned = text.slice(0, 4 * maxLength).replace(address, "[upstream]");
  for (const secret of secrets.filter((item) => item.length > 3))
    cleaned = cleaned.replaceAll(secret, "[upstream]");
  cleaned = cleaned
    .replace(numericPeer, "[upstream]")
    .replace(namedPeer, (found) => (found.startsWith('"') ? found : "[upstream]"))
    .replace(labelled, (whole, label: string, between: string, value: string) => {
      const isForeign = Object.hasOwn(matchers, label) && !ownValues(matchers[label]).includes(value);
      return isForeign ? `${label}${between}[another]` : whole;
    });
  return cleaned.length > maxLength ? `${cleaned.slice(0, maxLength)}...` : cleaned;
}
