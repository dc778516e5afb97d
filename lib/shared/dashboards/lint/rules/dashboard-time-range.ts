import { parseDurationMs } from "@/lib/shared/time/duration";
import { parseTimeRange } from "@/lib/shared/time/time-range";
import { dashboardPlace } from "../lint-places";
import type { LintRule } from "../lint-rule";

const dayMs = 86_400_000;
/** A fixed instant: the same document has the same findings on every day. */
const context = { nowMs: Date.UTC(2026, 0, 15, 12), timeZone: "UTC" };

export const dashboardTimeRange: LintRule = {
  id: "dashboard-time-range",
  title: "The range it opens with is readable and not too wide",
  severity: "hint",
  why: "A wide range makes every opening expensive; who needs it chooses it.",
  check: ({ document, dashboard: { time, refresh } }) => {
    if (document.time === undefined) return [];
    const place = dashboardPlace("time");
    const range = parseTimeRange(time, context);
    if (!range)
      return [{ severity: "warning", message: `"${time.from}" to "${time.to}" is no range of time.`, place }];
    const days = (range.toMs - range.fromMs) / dayMs;
    const everyMs = parseDurationMs(refresh) ?? 0;
    if (!time.to.startsWith("now") && !time.from.startsWith("now"))
      return [
        { message: "The dashboard opens with a fixed stretch of time and never shows the present.", place },
      ];
    if (days > 2 && everyMs > 0 && everyMs < 60_000)
      return [
        {
          severity: "warning",
          message: `It opens with ${Math.round(days)} days and asks for them again every ${refresh}.`,
          place,
        },
      ];
    return days > 30 ? [{ message: `It opens with ${Math.round(days)} days.`, place }] : [];
  },
};
