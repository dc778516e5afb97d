import { parseDurationMs } from "@/lib/shared/time/duration";
import { dashboardPlace } from "../lint-places";
import type { LintRule } from "../lint-rule";

const leastMs = 30_000;
const rashMs = 5_000;

export const dashboardRefresh: LintRule = {
  id: "dashboard-refresh",
  title: "The dashboard refreshes no quicker than every 30 s",
  severity: "hint",
  why: "Targets are scraped every 15 to 60 s: a quicker refresh asks the same again, once for everybody who looks.",
  check: ({ dashboard: { refresh } }) => {
    if (refresh === "" || /^\$|^auto$/.test(refresh)) return [];
    const ms = parseDurationMs(refresh);
    const place = dashboardPlace("refresh");
    if (ms === null)
      return [
        { severity: "warning", message: `"${refresh}" is no refresh interval; it reads as off.`, place },
      ];
    if (ms === 0 || ms >= leastMs) return [];
    return [
      {
        severity: ms < rashMs ? "warning" : "hint",
        message: `Everybody who looks asks for all panels again every ${refresh}.`,
        place,
        fix: { label: "Refresh every 30 s", edits: [{ path: ["refresh"], value: "30s" }] },
      },
    ];
  },
};
