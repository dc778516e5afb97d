"use client";

import dynamic from "next/dynamic";
import { useCallback, useContext, useLayoutEffect, useRef, useState } from "react";
import "uplot/dist/uPlot.min.css";
import { attachChartKeys } from "./attach-chart-keys";
import styles from "./chart.module.css";
import type { ChartKind } from "./chart-kind";
import { ChartLayersContext } from "./chart-layer";
import type { ChartPin } from "./chart-pin";
import { useChartSync } from "./chart-sync";
import { LiveChart } from "./live-chart";

const PinnedTooltip = dynamic(() => import("./pinned-tooltip").then((module) => module.PinnedTooltip), {
  ssr: false,
});

interface UplotChartProps<M> {
  kind: ChartKind<M>;
  model: M;
  /** Of its parent, where that is known: then the chart is drawn at once. */
  size?: { width: number; height: number };
  /** What a screen reader hears in place of the picture. */
  label: string;
  onZoom?: (fromMs: number, toMs: number) => void;
  /** The series (index) that stands out while its legend entry is under the pointer. */
  highlighted?: number | null;
  /** Charts with the same key share their crosshair, unless a ChartSyncProvider says more. */
  crosshair?: string;
}

/** Fills its parent with a chart. React renders when the model changes, never when the pointer moves. */
export function UplotChart<M>(props: UplotChartProps<M>) {
  const { kind, model, size, label, onZoom, highlighted = null, crosshair } = props;
  const host = useRef<HTMLDivElement>(null);
  const chart = useRef<LiveChart<M> | null>(null);
  const sync = useChartSync();
  const layers = useContext(ChartLayersContext);
  const [pin, setPin] = useState<ChartPin | null>(null);

  useLayoutEffect(() => {
    if (!host.current) return;
    const live = new LiveChart(host.current, kind);
    chart.current = live;
    const detachKeys = attachChartKeys(host.current, live);
    return () => {
      detachKeys();
      live.destroy();
    };
  }, [kind]);
  useLayoutEffect(() => {
    if (chart.current) chart.current.handlers = { onZoom, onPin: setPin };
  }, [onZoom]);
  const { width = 0, height = 0 } = size ?? {};
  useLayoutEffect(() => chart.current?.fit(width, height), [width, height]);
  useLayoutEffect(() => chart.current?.cover(layers), [layers]);
  useLayoutEffect(() => chart.current?.show(model), [model]);
  useLayoutEffect(() => {
    chart.current?.join(sync ?? (crosshair ? { key: crosshair, mode: 1 } : null));
  }, [sync, crosshair]);
  useLayoutEffect(() => chart.current?.highlight(highlighted), [highlighted]);

  const unpin = useCallback(() => {
    if (chart.current) chart.current.pinned = false;
    setPin(null);
    host.current?.focus({ preventScroll: true });
  }, []);

  return (
    <>
      <div
        ref={host}
        className={styles.chart}
        role="application"
        aria-roledescription="chart"
        aria-label={label}
      />
      {pin ? <PinnedTooltip pin={pin} onClose={unpin} /> : null}
    </>
  );
}
