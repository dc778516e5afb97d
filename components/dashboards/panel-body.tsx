"use client";

import { memo, Suspense, useCallback, useEffect, useMemo, useState } from "react";
import { ChartLayersContext } from "@/components/charts/chart-layer";
import { panelComponent, twinComponent } from "@/components/panels/registry";
import { SeriesNote } from "@/components/panels/series-note";
import { ErrorBoundary } from "@/components/ui/error-boundary";
import { TextButton } from "@/components/ui/text-button";
import { agoText, describeError } from "@/lib/client/dashboards/describe-error";
import { isChart, panelState } from "@/lib/client/dashboards/panel-state";
import { forgetFailedCode, isCodeNotLoaded } from "@/lib/client/load-code";
import { useLoaded } from "@/lib/client/use-loaded";
import { whenIdle } from "@/lib/client/when-idle";
import type { ReadPanel } from "@/lib/shared/dashboards/reading-model";
import type { PanelData } from "@/lib/shared/panels/panel-data";
import { isPanelType } from "@/lib/shared/panels/panel-types";
import { useChartLayers } from "./annotations/use-chart-layers";
import { useDashboardRuntime } from "./dashboard-runtime";
import { EmptyMessage, ErrorMessage } from "./empty-message";
import classes from "./panel-frame.module.css";
import { PanelMessage } from "./panel-message";
import type { PanelSummaryProps } from "./panel-summary";
import { usePanelContext } from "./use-panel-context";

/** Read by nobody before the panels are drawn. */
const loadSummary = async () => {
  await new Promise<void>(whenIdle);
  return (await import("./panel-summary")).PanelSummary;
};

interface PanelBodyProps {
  panel: ReadPanel;
  data: PanelData;
  width: number;
  height: number;
  scopedVariables: Record<string, string>;
  /** Its table twin is shown instead of the chart. */
  asTable?: boolean;
  /** Told once the panel is really drawn, or could not be. */
  onDrawing: (drawing: Drawing) => void;
  /** Set where code that computes its data did not come. */
  retry: (() => void) | null;
}

/** Data alone is no picture: the code of a type is loaded on first use, and drawing may fail. */
export type Drawing = "pending" | "drawn" | "failed";

/** Of the line above the drawing that says that it does not show everything. */
const noteHeight = 24;

/** The drawing, or words in its place; while new data is loading, what was there stays. */
export const PanelBody = memo(function PanelBody(props: PanelBodyProps) {
  const { panel, data, onDrawing, retry } = props;
  if (retry) return <CodeMessage onRetry={retry} />;
  const cut = data.results.filter(({ frame }) => frame.cut);
  const height = props.height - (cut.length > 0 ? noteHeight : 0);
  const shown = panelState(panel, { ...data, loading: false }, isPanelType(panel.type), true);
  if (shown === "loading") return <WaitingNote data={data} />;
  if (shown === "error") return <ErrorMessage {...props} />;
  if (shown === "empty") return <EmptyMessage {...props} />;
  return (
    <>
      <LeftOutNote cut={cut} />
      <div className={classes.drawing} style={{ top: props.height - height }}>
        <ErrorBoundary
          resetKey={panel}
          fallback={(error, again) => (
            <>
              {isCodeNotLoaded(error) ? (
                <CodeMessage onRetry={again} />
              ) : (
                <PanelMessage tone="error" details={error.message}>
                  This panel could not be drawn. Its data is in Inspect.
                </PanelMessage>
              )}
              <Report drawing="failed" onDrawing={onDrawing} />
            </>
          )}
        >
          <Suspense fallback={null}>
            <PanelDrawing {...props} height={height} />
            <Report drawing="drawn" onDrawing={onDrawing} />
          </Suspense>
        </ErrorBoundary>
      </div>
      {shown === "stale" ? <StaleNote data={data} /> : <WaitingNote data={data} />}
    </>
  );
});

/** Words where a part of the page's code did not come. */
function CodeMessage({ onRetry }: { onRetry: () => void }) {
  const retry = () => {
    forgetFailedCode();
    onRetry();
  };
  return (
    <PanelMessage
      tone="error"
      action={
        <TextButton look="default" style={{ height: 26, padding: "0 8px" }} onClick={retry}>
          Try again
        </TextButton>
      }
    >
      The code that draws this panel could not be loaded. Check the connection.
    </PanelMessage>
  );
}

function Report({ drawing, onDrawing }: { drawing: Drawing; onDrawing: (drawing: Drawing) => void }) {
  useEffect(() => onDrawing(drawing), [drawing, onDrawing]);
  return null;
}

function PanelDrawing({ panel, data, width, height, scopedVariables, asTable }: PanelBodyProps) {
  const { zoomTo } = useDashboardRuntime();
  const layers = useChartLayers(panel.id, data);
  const context = usePanelContext(panel, data, scopedVariables);
  const onZoom = useCallback((fromMs: number, toMs: number) => zoomTo({ fromMs, toMs }), [zoomTo]);
  const Component = useMemo(
    () => (asTable ? twinComponent() : panelComponent(panel.type)),
    [asTable, panel.type],
  );
  return (
    <ChartLayersContext value={layers}>
      <Component panel={panel} data={data} context={context} width={width} height={height} onZoom={onZoom} />
      {isChart(panel.type) && !asTable ? <LateSummary {...{ panel, data, context }} /> : null}
    </ChartLayersContext>
  );
}

function LateSummary(props: PanelSummaryProps) {
  const PanelSummary = useLoaded(loadSummary);
  return PanelSummary ? <PanelSummary {...props} /> : null;
}

function LeftOutNote({ cut }: { cut: PanelData["results"] }) {
  if (cut.length === 0) return null;
  return <SeriesNote drawn={cut.reduce((sum, { frame }) => sum + frame.series.length, 0)} leftOut={null} />;
}

const longMs = 10_000;

/** An answer that does not come is told before it is given up, which may take a minute. */
function WaitingNote({ data: { loading, receivedAtMs } }: { data: PanelData }) {
  const [long, setLong] = useState(false);
  useEffect(() => {
    setLong(false);
    if (!loading) return;
    const timer = setTimeout(setLong, longMs, true);
    return () => clearTimeout(timer);
  }, [loading]);
  if (!long || !loading) return null;
  const ago = receivedAtMs === null ? "" : `from ${agoText(receivedAtMs, Date.now())}: `;
  return (
    <div className={classes.staleNote} role="status">
      {ago}no answer yet, still asking
    </div>
  );
}

function StaleNote({ data }: { data: PanelData }) {
  const described = describeError(data.errors);
  const ago = data.receivedAtMs === null ? "" : `from ${agoText(data.receivedAtMs, Date.now())}: `;
  return (
    <div className={classes.staleNote} role="status" title={described?.details}>
      {ago}
      {described?.summary ?? "Prometheus does not answer."}
    </div>
  );
}
