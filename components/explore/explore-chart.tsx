"use client";

import { useComputedColorScheme } from "@mantine/core";
import { Suspense, useMemo } from "react";
import { panelComponent } from "@/components/panels/registry";
import { useBoxSize } from "@/components/ui/use-box-size";
import { explorePanel } from "@/lib/client/explore/explore-panel";
import type { PanelData, PrepareContext, TargetResult } from "@/lib/shared/panels/panel-data";
import type { TimeRange } from "@/lib/shared/time/time-range";
import classes from "./explore-page.module.css";

interface ExploreChartProps {
  results: TargetResult[];
  range: TimeRange;
  timeZone: string;
  onZoom: (range: TimeRange) => void;
}

export function ExploreChart({ results, range, timeZone, onZoom }: ExploreChartProps) {
  const theme = useComputedColorScheme("dark");
  const { ref, width, height } = useBoxSize();
  const panel = useMemo(() => explorePanel(results), [results]);
  const data = useMemo<PanelData>(
    () => ({ loading: false, results, errors: [], receivedAtMs: Date.now(), stale: false, range }),
    [results, range],
  );
  const context = useMemo<PrepareContext>(
    () => ({ theme, timeZone, range, interpolate: (text) => text }),
    [theme, timeZone, range],
  );
  const Chart = useMemo(() => panelComponent(panel.type), [panel.type]);
  return (
    <section className={classes.card} aria-label="Chart">
      <div ref={ref} className={classes.chart}>
        {width > 0 ? (
          <Suspense fallback={null}>
            <Chart
              panel={panel}
              data={data}
              context={context}
              width={width}
              height={height}
              onZoom={(fromMs, toMs) => onZoom({ fromMs, toMs })}
            />
          </Suspense>
        ) : null}
      </div>
    </section>
  );
}
