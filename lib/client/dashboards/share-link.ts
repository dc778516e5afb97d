import { toAbsoluteRange } from "@/lib/shared/time/move-range";
import type { RawTimeRange, TimeRange } from "@/lib/shared/time/time-range";
import { changeDashboardUrl, type VariableValue } from "./dashboard-url";

interface ShareLink {
  /** Address of the page without search. */
  base: string;
  raw: RawTimeRange;
  range: TimeRange;
  timeZone: string;
  variables: Record<string, VariableValue>;
  panelKey: string | null;
  lockTime: boolean;
  withVariables: boolean;
}

/** An address that shows others what one sees: locked, the same data also tomorrow. */
export function shareLink(link: ShareLink): string {
  const time = link.lockTime ? toAbsoluteRange(link.range) : link.raw;
  const search = changeDashboardUrl(new URLSearchParams(), {
    ...time,
    timeZone: link.timeZone === "browser" ? null : link.timeZone,
    variables: link.withVariables ? link.variables : {},
    viewPanel: link.panelKey,
  });
  return link.base + search;
}
