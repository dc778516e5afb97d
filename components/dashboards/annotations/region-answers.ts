import type { ReadAnnotation } from "@/lib/shared/dashboards/reading-model";
import { regionSpans } from "@/lib/shared/panels/annotations/region-spans";
import type { AnnotationAnswer } from "@/lib/shared/prometheus/annotation-query";

/** Stretches of every day or week need nobody to be asked. */
export function regionAnswers(
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
