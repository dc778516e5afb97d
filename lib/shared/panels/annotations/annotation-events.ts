import type { ReadAnnotation } from "@/lib/shared/dashboards/reading-model";
import { metricText } from "@/lib/shared/panels/fields/series-name";
import type { AnnotationEvent } from "@/lib/shared/prometheus/annotation-query";
import { fromWireValue, type RangeFrame } from "@/lib/shared/prometheus/frame";

type Style = Pick<ReadAnnotation, "titleFormat" | "textFormat" | "tagKeys" | "valueIsTime">;

/** As Grafana: samples of 1 and more are events, and those without a step between them are one stretch of time. */
export function annotationEvents(frame: RangeFrame, style: Style): AnnotationEvent[] {
  const stepMs = frame.stepSeconds * 1_000;
  const events = frame.series.flatMap(({ labels, values }) => {
    const own = describe(labels, style);
    const found: AnnotationEvent[] = [];
    values.forEach((wire, index) => {
      const value = fromWireValue(wire);
      if (value === null || !(value >= 1)) return;
      const atMs = style.valueIsTime
        ? value
        : Math.round((frame.startSeconds + index * frame.stepSeconds) * 1_000);
      const last = found.at(-1);
      if (last && last.toMs <= atMs && last.toMs + stepMs >= atMs) last.toMs = atMs;
      else if (last?.fromMs !== atMs) found.push({ fromMs: atMs, toMs: atMs, ...own });
    });
    return found;
  });
  return events.toSorted((a, b) => a.fromMs - b.fromMs);
}

function describe(labels: Record<string, string>, { titleFormat, textFormat, tagKeys }: Style) {
  return {
    title: fill(titleFormat, labels) || labels.alertname || metricText(labels),
    text: fill(textFormat, labels),
    tags: tagKeys.flatMap((key) => labels[key] || []),
  };
}

function fill(format: string, labels: Record<string, string>): string {
  return format.replace(/\{\{([^{}]+)\}\}/g, (_, label: string) => labels[label.trim()] ?? "");
}
