"use client";

import { useDebouncedValue } from "@mantine/hooks";
import { useMemo, useState } from "react";
import type { AuditQuestion } from "@/lib/client/admin/audit-search";
import { useUrlFields } from "@/lib/client/admin/use-url-fields";
import { parseTimeRange, type TimeRange } from "@/lib/shared/time/time-range";

const defaults = { query: "", action: "", actor: "", from: "now-30d", to: "now", timezone: "browser" };
export type AuditFields = typeof defaults;

/** The filters of the page, what they ask, and the time range they mean now. */
export function useAuditFields() {
  const { fields, change } = useUrlFields(defaults);
  const [nowMs, setNowMs] = useState(() => Date.now());
  const { from, to, timezone } = fields;
  const range = useMemo<TimeRange>(
    () =>
      parseTimeRange({ from, to }, { nowMs, timeZone: timezone }) ?? {
        fromMs: nowMs - 30 * 86_400_000,
        toMs: nowMs,
      },
    [from, to, timezone, nowMs],
  );
  const [query] = useDebouncedValue(fields.query, 250);
  const [action] = useDebouncedValue(fields.action, 250);
  const [actor] = useDebouncedValue(fields.actor, 250);
  const question = useMemo<AuditQuestion>(
    // An open end also takes what happens while the page is open.
    () => ({ query, action, actor, fromMs: range.fromMs, toMs: to === "now" ? null : range.toMs }),
    [query, action, actor, range, to],
  );
  return { fields, change, range, question, refresh: () => setNowMs(Date.now()) };
}
