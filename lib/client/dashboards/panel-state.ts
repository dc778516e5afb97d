import type { ReadMapping, ReadPanel } from "@/lib/shared/dashboards/reading-model";
import { askedTargets } from "@/lib/shared/panels/asked-targets";
import type { PanelData } from "@/lib/shared/panels/panel-data";
import { isPanelType } from "@/lib/shared/panels/panel-types";

export type PanelState = "loading" | "ready" | "empty" | "error" | "stale" | "unsupported";

/** Types that show something without asking a datasource. */
const selfSufficient = new Set(["text", "row", "alertlist", "dashlist", "news", "welcome"]);

/** What `data-panel-state` says; `shown` is false until its turn has come. */
export function panelState(
  panel: ReadPanel,
  data: PanelData,
  supported: boolean,
  shown: boolean,
): PanelState {
  if (selfSufficient.has(panel.type) && supported) return "ready";
  if (!shown || data.loading) return "loading";
  if (data.stale) return "stale";
  const drawable = data.results.some(({ frame }) => frame.series.length > 0);
  if (!drawable && data.errors.length > 0) return "error";
  if (!supported) return "unsupported";
  if (drawable || (data.receivedAtMs !== null && saysWhatNothingMeans(panel))) return "ready";
  return data.receivedAtMs === null && asksSomething(panel) ? "loading" : "empty";
}

/** With `noValue` or a mapping of null the panel itself says what an empty answer means, for example "No errors". */
function saysWhatNothingMeans({ type, fieldConfig }: ReadPanel): boolean {
  const { noValue, mappings = [] } = fieldConfig.defaults;
  return ["stat", "gauge", "bargauge"].includes(type) && (Boolean(noValue) || mappings.some(mapsNull));
}

function mapsNull(mapping: ReadMapping): boolean {
  return mapping.type === "special" && mapping.match.startsWith("null") && Boolean(mapping.result.text);
}

export function needsData(panel: ReadPanel): boolean {
  return !selfSufficient.has(panel.type) && asksSomething(panel);
}

function asksSomething(panel: ReadPanel): boolean {
  return askedTargets(panel).length > 0;
}

const inWords = new Set(["text", "table", "alertlist", "dashlist"]);

/** Whether it shows a picture, so that it has a table twin and is told in words. */
export function isChart(type: string): boolean {
  return isPanelType(type) && !inWords.has(type);
}

/** The state once drawing is taken into account: data that is not on the screen yet is still loading. */
export function drawnState(state: PanelState, drawing: "pending" | "drawn" | "failed"): PanelState {
  if (state !== "ready" && state !== "stale" && state !== "unsupported") return state;
  if (drawing === "failed") return "error";
  return drawing === "pending" ? "loading" : state;
}
