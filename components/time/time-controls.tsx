"use client";

import type { DashboardTime } from "@/lib/client/dashboards/use-dashboard-time";
import { RefreshPicker } from "./refresh-picker";
import { TimePicker } from "./time-picker";

interface TimeControlsProps {
  time: DashboardTime;
  /** Absent where nothing is refreshed by itself, as in the editor. */
  refresh?: { intervals: readonly string[]; busy: boolean };
}

/** The time range of a page and how often it is asked again. */
export function TimeControls({ time, refresh }: TimeControlsProps) {
  return (
    <>
      <TimePicker
        raw={time.raw}
        range={time.range}
        timeZone={time.timeZone}
        onChange={time.setRange}
        onTimeZone={time.setTimeZone}
        onShift={time.shift}
        onZoomOut={time.zoomOut}
      />
      {refresh ? (
        <RefreshPicker
          value={time.refreshInterval}
          intervals={refresh.intervals}
          busy={refresh.busy}
          onChange={time.setRefreshInterval}
          onRefresh={time.refresh}
        />
      ) : null}
    </>
  );
}
