import { useCallback, useEffect, useMemo, useState } from "react";
import type { ReadDashboard } from "@/lib/shared/dashboards/reading-model";
import { parseDurationMs } from "@/lib/shared/time/duration";
import { shiftRange, toAbsoluteRange, zoomOut } from "@/lib/shared/time/move-range";
import { resolveRange } from "@/lib/shared/time/resolve-range";
import type { RawTimeRange, TimeRange } from "@/lib/shared/time/time-range";
import { type DashboardUrl, readDashboardUrl } from "./dashboard-url";
import type { ChangeUrl } from "./use-dashboard-url";

const leastRefreshMs = 1_000;

export interface DashboardTime {
  raw: RawTimeRange;
  range: TimeRange;
  timeZone: string;
  refreshInterval: string;
  /** Rises with every refresh, so that also an absolute range is asked again. */
  refreshCount: number;
  refresh: () => void;
  setRange: (range: RawTimeRange) => void;
  setTimeZone: (timeZone: string) => void;
  setRefreshInterval: (interval: string) => void;
  zoomTo: (range: TimeRange) => void;
  zoomOut: () => void;
  shift: (direction: -1 | 1) => void;
  makeAbsolute: () => void;
}

type TimeDefaults = Pick<ReadDashboard, "time" | "timezone" | "refresh" | "weekStart" | "fiscalStart">;

/** Time range, zone and refreshing of a page: from the address, else as the dashboard is stored; first as at `openedAtMs`. */
export function useDashboardTime(
  defaults: TimeDefaults,
  url: DashboardUrl,
  change: ChangeUrl,
  openedAtMs?: number,
): DashboardTime {
  const [tick, setTick] = useState<{ nowMs: number; count: number; asked: string | null }>(() => ({
    nowMs: openedAtMs ?? Date.now(),
    count: 0,
    asked: null,
  }));
  const refresh = useCallback(
    () => setTick(({ count, asked }) => ({ nowMs: Date.now(), count: count + 1, asked })),
    [],
  );
  const timeZone = url.timeZone ?? (defaults.timezone || "browser");
  const refreshInterval = url.refresh ?? defaults.refresh;
  const from = url.from ?? defaults.time.from;
  const to = url.to ?? defaults.time.to;
  const { weekStart, fiscalStart } = defaults;
  const asked = `${from} ${to} ${timeZone}`;
  // Another range is resolved at the present moment, in the same step: no request goes out in between.
  if (tick.asked !== asked) {
    setTick({ nowMs: tick.asked === null ? tick.nowMs : Date.now(), count: tick.count, asked });
  }
  const { raw, range } = useMemo(
    () => resolveRange({ from, to }, { nowMs: tick.nowMs, timeZone, weekStart, fiscalStart }),
    [from, to, tick.nowMs, timeZone, weekStart, fiscalStart],
  );
  useAutoRefresh(refreshInterval, refresh);

  const setRange = (next: RawTimeRange) => {
    const now = rangeNow(defaults);
    if (next.from === now.from && next.to === now.to) refresh();
    else change(next);
  };
  /** From where the address stands, which keys in quick succession move before it is drawn. */
  const move = (step: (range: TimeRange) => TimeRange) => {
    const now = rangeNow(defaults);
    const isDrawn = now.from === from && now.to === to;
    const context = { nowMs: Date.now(), timeZone, weekStart, fiscalStart };
    setRange(toAbsoluteRange(step(isDrawn ? range : resolveRange(now, context).range)));
  };
  const zoomTo = useCallback((next: TimeRange) => change(toAbsoluteRange(next)), [change]);
  return {
    raw,
    range,
    timeZone,
    refreshInterval,
    refreshCount: tick.count,
    refresh,
    setRange,
    setTimeZone: (zone) => change({ timeZone: zone }),
    setRefreshInterval: (interval) => change({ refresh: interval }),
    zoomTo,
    zoomOut: () => move(zoomOut),
    shift: (direction) => move((now) => shiftRange(now, direction, Date.now())),
    makeAbsolute: () => move((now) => now),
  };
}

/** As the address says it at this moment. */
function rangeNow({ time }: TimeDefaults): RawTimeRange {
  const { from, to } = readDashboardUrl(new URLSearchParams(window.location.search));
  return { from: from ?? time.from, to: to ?? time.to };
}

/** Rests while the page is hidden, and catches up when it is shown again. */
function useAutoRefresh(interval: string, refresh: () => void): void {
  useEffect(() => {
    const everyMs = parseDurationMs(interval) ?? 0;
    if (everyMs < leastRefreshMs) return;
    let lastMs = Date.now();
    function refreshIfDue() {
      if (document.hidden || Date.now() - lastMs < everyMs * 0.9) return;
      lastMs = Date.now();
      refresh();
    }
    const timer = window.setInterval(refreshIfDue, everyMs);
    document.addEventListener("visibilitychange", refreshIfDue);
    return () => {
      window.clearInterval(timer);
      document.removeEventListener("visibilitychange", refreshIfDue);
    };
  }, [interval, refresh]);
}
