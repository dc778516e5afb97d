"use client";

import { useComputedColorScheme } from "@mantine/core";
import { useElementSize } from "@mantine/hooks";
import { Suspense, useMemo } from "react";
import { DataTable } from "@/components/dashboards/data-table";
import { panelComponent } from "@/components/panels/registry";
import { frameTable } from "@/lib/client/dashboards/frame-table";
import type { ExploreAnswer } from "@/lib/client/explore/ask-explore";
import { explorePanel } from "@/lib/client/explore/explore-panel";
import type { PanelData, PrepareContext } from "@/lib/shared/panels/panel-data";
import type { TimeRange } from "@/lib/shared/time/time-range";
import classes from "./explore-page.module.css";

interface ExploreResultProps {
  answer: ExploreAnswer;
  range: TimeRange;
  timeZone: string;
  onZoom: (range: TimeRange) => void;
}

export function ExploreResult({ answer, range, timeZone, onZoom }: ExploreResultProps) {
  const theme = useComputedColorScheme("dark");
  const { ref, width, height } = useElementSize();
  const panel = useMemo(() => explorePanel(answer.expr), [answer.expr]);
  const data = useMemo<PanelData>(
    () => ({
      loading: false,
      results: [{ refId: "A", frame: answer.range, expr: answer.expr, warnings: [] }],
      errors: [],
      receivedAtMs: answer.receivedAtMs,
      stale: false,
      range,
    }),
    [answer, range],
  );
  const context = useMemo<PrepareContext>(
    () => ({ theme, timeZone, range, interpolate: (text) => text }),
    [theme, timeZone, range],
  );
  const table = useMemo(
    () => frameTable([{ refId: "A", frame: answer.instant, expr: answer.expr, warnings: [] }]),
    [answer],
  );
  const Chart = useMemo(() => panelComponent(panel.type), [panel.type]);
  if (answer.range.series.length === 0 && table.rows.length === 0) {
    return <p className={classes.hint}>No series match in this time range.</p>;
  }
  return (
    <>
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
      <section className={classes.card}>
        <h2>At the end of the range: {table.rows.length} series</h2>
        <DataTable table={table} />
      </section>
    </>
  );
}
