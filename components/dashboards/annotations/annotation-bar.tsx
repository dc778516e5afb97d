"use client";

import { useEffect, useMemo } from "react";
import { type ChartLayer, noLayers } from "@/components/charts/chart-layer";
import { useAnnotationEvents } from "@/lib/client/annotations/use-annotation-events";
import type { ReadAnnotation } from "@/lib/shared/dashboards/reading-model";
import type { JsonObject } from "@/lib/shared/json";
import { colorByName } from "@/lib/shared/panels/fields/named-colors";
import { regionSpans } from "@/lib/shared/panels/timeseries/time-regions";
import type { AnnotationAnswer } from "@/lib/shared/prometheus/annotation-query";
import { useDashboardRuntime } from "../dashboard-runtime";
import classes from "./annotation-bar.module.css";
import { annotationLayer, type Mark } from "./annotation-layer";

export interface AnnotationBarProps {
  /** Names of those whose switch stands otherwise than stored. */
  toggled: readonly string[];
  onToggle: (name: string) => void;
  ready: boolean;
  refreshCount: number;
  /** The annotations as they are being edited. */
  drafts?: readonly JsonObject[];
}

/** Switches for the dashboard's annotations; what they find is laid over all charts over time. */
export function AnnotationBar({ toggled, onToggle, ready, refreshCount, drafts }: AnnotationBarProps) {
  const { tenant, uid, dashboard, range, variables, theme, marks, timeZone } = useDashboardRuntime();
  const { annotations } = dashboard;
  const shown = annotations.filter(({ enabled, name }) => enabled !== toggled.includes(name));
  const names = shown.map(({ name }) => name);
  const regions = useMemo(
    () => regionAnswers(annotations, toggled, range, timeZone),
    [annotations, toggled, range, timeZone],
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
    () => layersByPanel(annotations, [...answers, ...regions], theme),
    [annotations, answers, regions, theme],
  );
  useEffect(() => marks.set(layersOf), [marks, layersOf]);
  const isRegion = (name: string) => regions.some((region) => region.name === name);
  const problemOf = (name: string) =>
    isRegion(name) ? undefined : (failure ?? answers.find((answer) => answer.name === name)?.problem);
  return annotations
    .filter(({ hidden }) => !hidden)
    .map(({ name, color }) => (
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
    ));
}

/** Stretches of every day or week need nobody to be asked. */
function regionAnswers(
  annotations: readonly ReadAnnotation[],
  toggled: readonly string[],
  range: { fromMs: number; toMs: number },
  zone: string,
): AnnotationAnswer[] {
  return annotations.flatMap(({ name, enabled, region }) => {
    if (!region || enabled === toggled.includes(name)) return [];
    const spans = regionSpans(region, range, region.timeZone || zone);
    return [{ name, events: spans.map((span) => ({ ...span, title: name, text: "", tags: [] })) }];
  });
}

/** One layer for each panel whose marks differ, made when the panel asks. */
function layersByPanel(
  annotations: readonly ReadAnnotation[],
  answers: readonly AnnotationAnswer[],
  theme: "dark" | "light",
): (panelId: number) => readonly ChartLayer[] {
  const found = new Map<string, readonly ChartLayer[]>();
  const colored = annotations.map((annotation) => ({
    annotation,
    marks: marksOf(annotation, answers, theme),
  }));
  return (panelId) => {
    const own = colored.filter(({ annotation, marks }) => marks.length > 0 && concerns(annotation, panelId));
    if (own.length === 0) return noLayers;
    const key = own.map(({ annotation }) => annotation.name).join("\n");
    const layers = found.get(key) ?? [annotationLayer(own.flatMap(({ marks }) => marks))];
    found.set(key, layers);
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
