import type { PrepareContext } from "@/lib/shared/panels/panel-data";
import type { DataFrame, Field } from "./data-frame";
import { type DisplayValue, displayText, displayValue } from "./display-value";
import { fillTemplate } from "./field-template";

export interface FieldLink {
  title: string;
  url: string;
  newTab: boolean;
}

interface LinkedValue {
  field: Field;
  frame: DataFrame;
  row?: number | undefined;
  raw: unknown;
  display: DisplayValue;
}

/** Where a value leads: the field's data links, filled in; those that would run script are left out. */
export function fieldLinks(
  { field, frame, row, raw, display }: LinkedValue,
  context: Pick<PrepareContext, "interpolate" | "linkTo" | "theme" | "timeZone">,
): FieldLink[] {
  const { interpolate, linkTo = (url) => url } = context;
  const show = (other: Field, value: unknown) => {
    const shown = displayValue(other, value, context);
    return { ...shown, whole: displayText(shown) };
  };
  const value = { text: displayText(display), raw, numeric: display.numeric };
  const place = { field, frame, row, value, show };
  const stored = field.options.links ?? [];
  // A press on the value follows it at once, whatever others there are.
  const atOnce = stored.find((link) => link.oneClick === true);
  return (atOnce ? [atOnce] : stored).flatMap((link) => {
    const url = linkTo(fillTemplate(String(link.url ?? ""), place, interpolate, encodeURIComponent).trim());
    if (!isSafeUrl(url)) return [];
    const title = fillTemplate(String(link.title ?? ""), place, interpolate) || url;
    return [{ title, url, newTab: link.targetBlank === true }];
  });
}

/** The same for a sample of a series, by its place in it; null for fields without links, so that nobody asks in vain. */
export function rowLinks(
  { field, frame }: Pick<LinkedValue, "field" | "frame">,
  context: PrepareContext,
): ((row: number, raw: unknown) => FieldLink[]) | null {
  if ((field.options.links ?? []).length === 0) return null;
  return (row, raw) =>
    fieldLinks({ field, frame, row, raw, display: displayValue(field, raw, context) }, context);
}

/** Links come from dashboards of other people: no javascript:, no data:. */
export function isSafeUrl(url: string): boolean {
  try {
    const { protocol } = new URL(url, "https://console.invalid");
    return url !== "" && ["http:", "https:", "mailto:"].includes(protocol);
  } catch {
    return false;
  }
}
