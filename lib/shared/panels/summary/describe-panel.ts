import type { ReadPanel } from "@/lib/shared/dashboards/reading-model";
import type { DataFrame, Field } from "@/lib/shared/panels/fields/data-frame";
import { displayText, displayValue } from "@/lib/shared/panels/fields/display-value";
import { readyFrames } from "@/lib/shared/panels/fields/to-data-frames";
import type { PanelData, PrepareContext } from "@/lib/shared/panels/panel-data";
import { reduceToNumber } from "@/lib/shared/panels/reduce";
import { withCalc } from "@/lib/shared/panels/single-values/with-calc";
import { formatTimestamp } from "@/lib/shared/time/range-label";

const mostSeries = 12;

/** What a chart shows, in sentences: how many series, over which time, and of each where it stands and moved. */
export function describePanel(panel: ReadPanel, data: PanelData, context: PrepareContext): string[] {
  const frames = readyFrames(panel, data, context);
  const series = frames.flatMap((frame) => numbersOf(frame).map((field) => ({ field, frame })));
  const [first] = series;
  if (!first) return ["No numbers to show."];
  const overTime = series.some(({ frame }) => frame.length > 1 && frame.shape === "series");
  const range = overTime ? ` from ${at(data.range.fromMs, context)} to ${at(data.range.toMs, context)}` : "";
  const count = series.length === 1 ? "1 series" : `${series.length} series`;
  const lines = series.slice(0, mostSeries).map(({ field }) => describeField(field, context));
  const more = series.length - mostSeries;
  return [`${count}${range}.`, ...lines, ...(more > 0 ? [`And ${more} more.`] : [])];
}

function describeField(field: Field, context: PrepareContext): string {
  const say = (reducer: string) => {
    const value = reduceToNumber(field.values, reducer);
    return value === null ? null : displayText(displayValue(field, value, context));
  };
  const name = withCalc(field.displayName, "last");
  const last = say("lastNotNull");
  if (last === null) return `${name}: no values.`;
  const [lowest, highest] = [say("min"), say("max")];
  if (field.values.length < 2 || lowest === highest) return `${name}: ${last}.`;
  return `${name}: last ${last}, lowest ${lowest}, highest ${highest}.`;
}

function numbersOf(frame: DataFrame): Field[] {
  return frame.fields.filter(({ type }) => type === "number");
}

function at(ms: number, { timeZone }: PrepareContext): string {
  return formatTimestamp(ms, timeZone);
}
