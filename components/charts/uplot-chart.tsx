"use client";

import dynamic from "next/dynamic";
import { useContext, useLayoutEffect, useRef, useState } from "react";
import "uplot/dist/uPlot.min.css";
import { attachChartKeys } from "./attach-chart-keys";
import styles from "./chart.module.css";
import type { ChartKind, ChartLinks } from "./chart-kind";
import { ChartLayersContext } from "./chart-layer";
import { useChartSync } from "./chart-sync";
import { LiveChart } from "./live-chart";

const LinkPopup = dynamic(() => import("./link-popup").then((module) => module.LinkPopup), { ssr: false });

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
  const [pressed, setPressed] = useState<{ found: ChartLinks; x: number; y: number } | null>(null);

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
    const onLinks = (found: ChartLinks, x: number, y: number) => setPressed({ found, x, y });
    if (chart.current) chart.current.handlers = { onZoom, onLinks };
  }, [onZoom]);
  const { width = 0, height = 0 } = size ?? {};
  useLayoutEffect(() => chart.current?.fit(width, height), [width, height]);
  useLayoutEffect(() => chart.current?.cover(layers), [layers]);
  useLayoutEffect(() => chart.current?.show(model), [model]);
  useLayoutEffect(() => {
    chart.current?.join(sync ?? (crosshair ? { key: crosshair, mode: 1 } : null));
  }, [sync, crosshair]);
  useLayoutEffect(() => chart.current?.highlight(highlighted), [highlighted]);

  return (
    <>
      <div
        ref={host}
        className={styles.chart}
        role="application"
        aria-roledescription="chart"
        aria-label={label}
      />
      {pressed ? <LinkPopup {...pressed} onClose={() => setPressed(null)} /> : null}
    </>
  );
}
