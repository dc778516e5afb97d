"use client";

import dynamic from "next/dynamic";
import { useEffect, useMemo, useState } from "react";
import { type ChartLayer, noLayers } from "@/components/charts/chart-layer";
import { useAnnotationEvents } from "@/lib/client/annotations/use-annotation-events";
import { useLoaded } from "@/lib/client/use-loaded";
import type { Annotation } from "@/lib/shared/dashboards/annotation";
import type { ReadAnnotation } from "@/lib/shared/dashboards/reading-model";
import type { JsonObject } from "@/lib/shared/json";
import { colorByName } from "@/lib/shared/panels/fields/named-colors";
import type { AnnotationAnswer, AnnotationEvent } from "@/lib/shared/prometheus/annotation-query";
import { useDashboardRuntime } from "../dashboard-runtime";
import { useOnceDrawn } from "../use-once-drawn";
import { annotatingLayer } from "./annotate-gesture";
import classes from "./annotation-bar.module.css";
import { annotationLayer, type Mark } from "./annotation-layer";
import { type OpenAnnotation, useAnnotating } from "./use-annotating";

const AnnotationDialog = dynamic(
  () => import("./annotation-dialog").then((module) => module.AnnotationDialog),
  {
    ssr: false,
  },
);
const AnnotationDrawer = dynamic(
  () => import("./annotation-drawer").then((module) => module.AnnotationDrawer),
  {
    ssr: false,
  },
);

const loadAlertMarks = async () => (await import("../alerts/panel-alert-marks")).PanelAlertMarks;
const loadRegionAnswers = async () => (await import("./region-answers")).regionAnswers;

export interface AnnotationBarProps {
  /** Names of those whose switch stands otherwise than stored. */
  toggled: readonly string[];
  onToggle: (name: string) => void;
  ready: boolean;
  refreshCount: number;
  /** The annotations as they are being edited. */
  drafts?: readonly JsonObject[];
  /** Whether annotations may be written on the charts. */
  canWrite?: boolean;
  /** Nothing but the marks on the charts. */
  silent?: boolean;
}

/** Switches for the dashboard's annotations; what they find is laid over all charts over time. */
export function AnnotationBar(props: AnnotationBarProps) {
  const { toggled, onToggle, ready, refreshCount, drafts, canWrite = false, silent } = props;
  const runtime = useDashboardRuntime();
  const { tenant, uid, dashboard, range, variables, theme, marks, timeZone } = runtime;
  const { annotations } = dashboard;
  const shown = annotations.filter(({ enabled, name }) => enabled !== toggled.includes(name));
  const names = shown.map(({ name }) => name);
  const regionAnswers = useLoaded(annotations.some(({ region }) => region) ? loadRegionAnswers : null);
  const regions = useMemo(
    () => regionAnswers?.(annotations, toggled, range, timeZone) ?? [],
    [regionAnswers, annotations, toggled, range, timeZone],
  );
  const { answers, failure } = useAnnotationEvents({
    tenant,
    uid,
    names: shown.filter(({ region }) => !region).map(({ name }) => name),
    range,
    variables,
    ready,
    refreshCount,
    drafts,
  });
  const layersOf = useMemo(
    () =>
      layersByPanel(annotations, [...answers, ...regions], theme, canWrite ? [annotatingLayer] : noLayers),
    [annotations, answers, regions, theme, canWrite],
  );
  useEffect(() => marks.set(layersOf), [marks, layersOf]);
  const drawn = useOnceDrawn(runtime.busyPanels);
  const PanelAlertMarks = useLoaded(drawn && runtime.mode === "view" ? loadAlertMarks : null);
  const isRegion = (name: string) => regions.some((region) => region.name === name);
  const problemOf = (name: string) =>
    isRegion(name) ? undefined : (failure ?? answers.find((answer) => answer.name === name)?.problem);
  const { open, setOpen } = useAnnotating(canWrite);
  const [listed, setListed] = useState(false);
  const written = answers.flatMap(({ events }) => events.filter(({ id }) => id !== undefined));
  const own = new Set(written.map(({ id }) => id)).size;
  return (
    <>
      {(silent ? [] : annotations.filter(({ hidden }) => !hidden)).map(({ name, color }) => (
        <button
          key={name}
          type="button"
          className={classes.toggle}
          aria-pressed={names.includes(name)}
          title={names.includes(name) ? problemOf(name) : undefined}
          data-error={(names.includes(name) && problemOf(name)) || undefined}
          onClick={() => onToggle(name)}
        >
          <span className={classes.mark} style={{ background: colorByName(color, theme) }} aria-hidden />
          {name}
        </button>
      ))}
      {own > 0 && !silent ? (
        <button type="button" className={classes.toggle} onClick={() => setListed(true)}>
          {own === 1 ? "1 annotation" : `${own} annotations`}
        </button>
      ) : null}
      {listed ? (
        <AnnotationDrawer
          canWrite={canWrite}
          onEdit={(annotation) => setOpen({ event: toEvent(annotation) })}
          onClose={() => setListed(false)}
        />
      ) : null}
      {PanelAlertMarks ? <PanelAlertMarks /> : null}
      <OpenDialog open={open} events={written} onClose={() => setOpen(null)} />
    </>
  );
}

interface OpenDialogProps {
  open: OpenAnnotation | null;
  events: readonly AnnotationEvent[];
  onClose: () => void;
}

function OpenDialog({ open, events, onClose }: OpenDialogProps) {
  if (!open) return null;
  if ("draft" in open) return <AnnotationDialog event={null} draft={open.draft} onClose={onClose} />;
  const event = "event" in open ? open.event : events.find(({ id }) => id === open.id);
  if (!event) return null;
  const { fromMs, toMs, panelId = null } = event;
  return <AnnotationDialog event={event} draft={{ fromMs, toMs, panelId }} onClose={onClose} />;
}

function toEvent({ id, fromMs, toMs, text, tags, panelId }: Annotation): AnnotationEvent {
  return { id, fromMs, toMs, title: text, text: "", tags, ...(panelId === null ? {} : { panelId }) };
}

/** One layer for each panel whose marks differ, made when the panel asks. */
function layersByPanel(
  annotations: readonly ReadAnnotation[],
  answers: readonly AnnotationAnswer[],
  theme: "dark" | "light",
  always: readonly ChartLayer[],
): (panelId: number) => readonly ChartLayer[] {
  const found = new Map<number, readonly ChartLayer[]>();
  const colored = annotations.map((annotation) => ({
    annotation,
    marks: marksOf(annotation, answers, theme),
  }));
  const layersOf = (panelId: number) => {
    const own = colored
      .filter(({ annotation }) => concerns(annotation, panelId))
      .flatMap(({ marks }) => marks.filter((mark) => mark.panelId === undefined || mark.panelId === panelId));
    return own.length === 0 ? always : [...always, annotationLayer(own)];
  };
  return (panelId) => {
    const layers = found.get(panelId) ?? layersOf(panelId);
    found.set(panelId, layers);
    return layers;
  };
}

function marksOf(
  { name, color }: ReadAnnotation,
  answers: readonly AnnotationAnswer[],
  theme: "dark" | "light",
): Mark[] {
  const events = answers.find((answer) => answer.name === name)?.events ?? [];
  return events.map((event) => ({ ...event, color: colorByName(color, theme), source: name }));
}

function concerns({ panels }: ReadAnnotation, panelId: number): boolean {
  return panels === null || panels.ids.includes(panelId) !== panels.exclude;
}
