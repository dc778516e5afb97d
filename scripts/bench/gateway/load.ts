import { Agent, request } from "undici";
import type { StandTenant } from "./start-stand.ts";

export interface Range {
  query: string;
  start: number;
  end: number;
  step: number;
}

const dispatcher = new Agent({ connections: 64, pipelining: 1 });

/** Reads the whole answer, as a client must, without parsing it. */
export async function ask(url: string, headers: Record<string, string> = {}): Promise<number> {
  const response = await request(url, { dispatcher, headers });
  let bytes = 0;
  for await (const chunk of response.body) bytes += chunk.length;
  if (response.statusCode !== 200) throw new Error(`${response.statusCode} from ${url.slice(0, 80)}`);
  return bytes;
}

export function direct(prometheusUrl: string, range: Range, index = 0): Promise<number> {
  const query = range.query.replaceAll("{}", `{tenant_id="t${index}"}`);
  return ask(`${prometheusUrl}/api/v1/query_range?${formOf({ ...range, query })}`);
}

export function gateway(consoleUrl: string, { slug, token }: StandTenant, range: Range): Promise<number> {
  const query = range.query.replaceAll("{}", "");
  const base = `${consoleUrl}/api/v1/tenants/${slug}/datasources/prometheus/prometheus/api/v1/query_range`;
  return ask(`${base}?${formOf({ ...range, query })}`, { authorization: `Bearer ${token}` });
}

function formOf(range: Range): string {
  return new URLSearchParams(Object.entries(range).map(([name, value]) => [name, String(value)])).toString();
}

export interface Measured {
  perSecond: number;
  p50: number;
  p95: number;
  p99: number;
}

/** So many clients, each asking again as soon as it is answered, for so long. */
export async function load(clients: number, ms: number, one: () => Promise<unknown>): Promise<Measured> {
  const times: number[] = [];
  const startedAt = performance.now();
  const client = async () => {
    while (performance.now() - startedAt < ms) {
      const at = performance.now();
      await one();
      times.push(performance.now() - at);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return measured(times, performance.now() - startedAt);
}

export function measured(times: number[], ms: number): Measured {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) =>
    round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  return { perSecond: round((times.length / ms) * 1_000), p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

export function round(value: number): number {
  return Number(value.toFixed(2));
}
