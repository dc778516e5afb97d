"use client";

import { IconAlertTriangle, IconClock, IconInfoCircle } from "@tabler/icons-react";
import {
  memo,
  type ReactNode,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import { HoverLabel } from "@/components/ui/hover-label";
import { useBoxSize } from "@/components/ui/use-box-size";
import { describeError } from "@/lib/client/dashboards/describe-error";
import { drawnState, needsData, panelState } from "@/lib/client/dashboards/panel-state";
import { usePanelTurn } from "@/lib/client/dashboards/use-panel-turn";
import { useExpressions } from "@/lib/client/prometheus/use-expressions";
import { usePanelData } from "@/lib/client/prometheus/use-panel-data";
import { usedVariables } from "@/lib/client/prometheus/used-variables";
import type { ReadPanel } from "@/lib/shared/dashboards/reading-model";
import type { JsonObject } from "@/lib/shared/json";
import type { PanelData } from "@/lib/shared/panels/panel-data";
import { isPanelType } from "@/lib/shared/panels/panel-types";
import { transformationFindings } from "@/lib/shared/panels/transformations/transform-frames";
import { ownRangeText } from "@/lib/shared/time/own-range-text";
import { useDashboardRuntime } from "./dashboard-runtime";
import { LoadingBar } from "./loading-bar";
import { type Drawing, PanelBody } from "./panel-body";
import classes from "./panel-frame.module.css";

interface PanelFrameProps {
  panel: ReadPanel;
  /** Tells copies of a repeated panel apart. */
  itemKey: string;
  scopedVariables: Record<string, string>;
  /** Set while editing: what of the drafted panel is asked, instead of the stored one. */
  draft?: JsonObject;
  /** Its table twin is shown instead of the chart. */
  asTable?: boolean;
  /** Draws the panel's menu; the title opens it as well. */
  menu?: (control: MenuControl) => ReactNode;
}

export interface MenuControl {
  opened: boolean;
  onChange: (opened: boolean) => void;
}

export function PanelFrame({ panel, itemKey, scopedVariables, draft, asTable, menu }: PanelFrameProps) {
  const runtime = useDashboardRuntime();
  const root = useRef<HTMLElement>(null);
  const { near, shown, expected } = usePanelTurn(root, runtime.dashboard.panels.length);
  const [answered, setAnswered] = useState(false);
  const { ref: bodyRef, width, height } = useBoxSize();
  const { variables } = runtime.dashboard;
  const uses = useMemo(
    () => (draft ? undefined : usedVariables(panel, variables, scopedVariables)),
    [draft, panel, variables, scopedVariables],
  );
  const asks = needsData(panel);
  const answer = usePanelData(panel.id, {
    key: itemKey,
    enabled: shown && (near === true || !answered) && width > 0 && asks,
    asksNothing: !asks,
    maxDataPoints: Math.max(1, Math.round(panel.maxDataPoints ?? width)),
    panel: draft,
    scopedVariables,
    uses,
  });
  const { data, retry } = useExpressions(panel, answer, scopedVariables, runtime.interpolate);
  const [drawing, setDrawing] = useState<Drawing>("pending");
  // A panel of one grid line is its title alone: nothing will be drawn, and nothing is waited for.
  const drawn = width > 0 && height === 0 ? "drawn" : drawing;
  const known = panelState(panel, data, isPanelType(panel.type), shown);
  const state = retry ? "error" : drawnState(known, drawn);
  if (data.receivedAtMs !== null && !answered) setAnswered(true);
  useReportBusy(itemKey, near === null || ((shown || expected) && state === "loading"));
  useEffect(
    () => runtime.panelResults.set(itemKey, data, scopedVariables),
    [runtime.panelResults, itemKey, data, scopedVariables],
  );
  const title = runtime.titleOf(panel.title, scopedVariables);
  const bare = title === "";
  const [opened, onChange] = useState(false);
  const menuNode = useMemo(() => menu?.({ opened, onChange }), [menu, opened]);
  const tools = useMemo(() => <Tools opened={opened}>{menuNode}</Tools>, [opened, menuNode]);
  const onTitle = useCallback(() => onChange((before) => !before), []);
  return (
    <section
      ref={root}
      className={classes.panel}
      aria-label={title || `Panel ${panel.id}`}
      data-panel-id={panel.id}
      data-panel-key={itemKey}
      data-panel-type={panel.type}
      data-panel-state={state}
      data-transparent={panel.transparent || undefined}
    >
      {shown && state === "loading" ? <LoadingBar /> : null}
      {bare ? (
        <div className={classes.floating}>{tools}</div>
      ) : (
        <PanelHead {...{ panel, title, scopedVariables, onTitle, tools, ...headMarks(panel, data) }} />
      )}
      <div
        ref={bodyRef}
        className={classes.body}
        data-panel-body
        data-bare={bare || undefined}
        data-stale={data.stale || undefined}
      >
        {shown && width > 0 && height > 0 ? (
          <PanelBody
            panel={panel}
            data={data}
            width={width}
            height={height}
            scopedVariables={scopedVariables}
            asTable={asTable}
            onDrawing={setDrawing}
            retry={retry}
          />
        ) : null}
      </div>
    </section>
  );
}

interface PanelHeadProps {
  panel: ReadPanel;
  title: string;
  scopedVariables: Record<string, string>;
  /** What some of its queries failed with while others answered; empty where none did. */
  failed: string;
  warnings: string;
  onTitle: () => void;
  tools: ReactNode;
}

function headMarks(panel: ReadPanel, data: PanelData): Pick<PanelHeadProps, "failed" | "warnings"> {
  const failed = data.results.length > 0 ? describeError(data.errors)?.summary : null;
  const warnings = [
    ...data.results.flatMap((result) => result.warnings),
    ...transformationFindings(panel.transformations),
  ];
  return { failed: failed ?? "", warnings: [...new Set(warnings)].join("\n") };
}

/** Drawn anew only when something of it changes: most changes of a panel are those of its body. */
const PanelHead = memo(function PanelHead(props: PanelHeadProps) {
  const { panel, title, scopedVariables, failed, warnings, onTitle, tools } = props;
  const { titleOf, range, marks } = useDashboardRuntime();
  const readAlert = () => marks.alertOf(panel.id);
  const alert = useSyncExternalStore(marks.subscribe, readAlert, readAlert);
  const ownTime = range.absolute ? { ...panel, timeFrom: "" } : panel;
  const ownRange = ownRangeText(ownTime, (text) => titleOf(text, scopedVariables));
  return (
    <header className={`${classes.head} panel-drag-handle`}>
      <HoverLabel label={title} multiline maw={420} position="top-start">
        <button type="button" className={classes.title} onClick={onTitle}>
          {title}
        </button>
      </HoverLabel>
      {ownRange ? (
        <span className={classes.ownRange} title={ownRange}>
          <IconClock size={13} aria-hidden /> {ownRange}
        </span>
      ) : null}
      {panel.description ? (
        <HeadMark label={titleOf(panel.description, scopedVariables)}>
          <IconInfoCircle size={15} />
        </HeadMark>
      ) : null}
      {alert ? (
        <HeadMark label={alert.label} tone={alert.tone}>
          {alert.icon}
        </HeadMark>
      ) : null}
      {failed ? (
        <HeadMark label={failed} tone="error">
          <IconAlertTriangle size={15} />
        </HeadMark>
      ) : null}
      {warnings ? (
        <HeadMark label={warnings} tone="warn">
          <IconAlertTriangle size={15} />
        </HeadMark>
      ) : null}
      {tools}
    </header>
  );
});

function Tools({ opened, children }: { opened: boolean; children: ReactNode }) {
  return (
    <div className={classes.tools} data-open={opened || undefined}>
      {children}
    </div>
  );
}

function HeadMark({
  label,
  tone,
  children,
}: {
  label: string;
  tone?: "error" | "warn";
  children: ReactNode;
}) {
  return (
    <HoverLabel label={label} multiline maw={420} style={{ whiteSpace: "pre-line" }}>
      <button type="button" className={classes.mark} data-tone={tone} aria-label={label}>
        {children}
      </button>
    </HoverLabel>
  );
}

function useReportBusy(key: string, busy: boolean) {
  const { busyPanels } = useDashboardRuntime();
  useEffect(() => busyPanels.report(key, busy), [busyPanels, key, busy]);
  useEffect(() => () => busyPanels.report(key, false), [busyPanels, key]);
}
