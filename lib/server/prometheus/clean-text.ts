import type { PrometheusDatasource } from "./datasource";

const maxLength = 1_000;

/** Takes everything about the upstream out of a text that it wrote: addresses, host names, credentials. */
export function cleanText(
  text: string,
  { url, headers }: Pick<PrometheusDatasource, "url" | "headers">,
): string {
  const { hostname, host } = new URL(url);
  const secrets = [
    host,
    hostname,
    ...Object.values(headers).flatMap((value) => [value, value.split(" ").at(-1) ?? ""]),
  ];
  let cleaned = text.slice(0, 4 * maxLength).replace(/\b[a-z][a-z0-9+.-]*:\/\/[^\s"'<>]+/gi, "[upstream]");
  for (const secret of secrets.filter((item) => item.length > 3))
    cleaned = cleaned.replaceAll(secret, "[upstream]");
  cleaned = cleaned.replace(/\b\d{1,3}(?:\.\d{1,3}){3}:\d{1,5}\b|\[[0-9a-f:]{2,}\]:\d{1,5}/gi, "[upstream]");
  return cleaned.length > maxLength ? `${cleaned.slice(0, maxLength)}...` : cleaned;
}
