import { LRUCache } from "lru-cache";
import { log } from "@/lib/server/log";

/** Dates of answers are whole seconds, and a little old when they are here. */
const slackMs = 10_000;

/** By origin, in milliseconds. */
const ahead = new LRUCache<string, number>({ max: 1_000 });

/** Takes note of the time that an answer of the upstream says it was made at; `cameAtMs` is ours at its beginning. */
export function noteUpstreamTime(
  { origin }: URL,
  date: string | string[] | undefined,
  cameAtMs: number,
): void {
  const differenceMs = cameAtMs - Date.parse(String(date));
  if (Number.isNaN(differenceMs)) return;
  const aheadMs = differenceMs > slackMs ? differenceMs : 0;
  if (aheadMs > 0 && !ahead.get(origin))
    log.warn({ origin, aheadMs }, "the clock here is ahead of the datasource's; less of its answers is kept");
  ahead.set(origin, aheadMs);
}

/** How far the clock here is ahead of the upstream's: what is past here may not have happened there yet. */
export function clockAheadMs(url: string): number {
  return ahead.get(new URL(url).origin) ?? 0;
}
