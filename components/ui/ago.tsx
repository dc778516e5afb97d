"use client";

import { relativeTime } from "@/lib/client/time/relative-time";
import { formatTimestamp } from "@/lib/shared/time/range-label";

/** A time as people say it; the exact one on hover. */
export function Ago({ at }: { at: string }) {
  return (
    <time dateTime={at} title={formatTimestamp(Date.parse(at), "browser")} suppressHydrationWarning>
      {relativeTime(at, Date.now())}
    </time>
  );
}
