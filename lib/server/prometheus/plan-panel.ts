import type { ReadPanel, ReadTarget, ReadVariable } from "@/lib/shared/dashboards/reading-model";
import { seriesWanted } from "@/lib/shared/panels/most-series";
import type { PanelBatchRequest } from "@/lib/shared/prometheus/panel-batch";
import { alignRange, calculateStep, type Step } from "@/lib/shared/prometheus/step";
import type { RangeGrid } from "@/lib/shared/prometheus/to-frame";
import { parseDurationMs } from "@/lib/shared/time/duration";
import { panelTimeRange } from "@/lib/shared/time/panel-time";
import type { TimeRange } from "@/lib/shared/time/time-range";
import { buildScope } from "@/lib/shared/variables/build-scope";
import { builtinVariables } from "@/lib/shared/variables/builtin-variables";
import { interpolate } from "@/lib/shared/variables/interpolate";
import { interpolatePromql } from "@/lib/shared/variables/interpolate-promql";
import type { VariableScope } from "@/lib/shared/variables/variable-scope";

type PanelRequest = PanelBatchRequest["panels"][number];

export interface PlannedTarget {
  refId: string;
  expr: string;
  /** Null for an instant query, which is asked at `grid.endSeconds`. */
  kind: "range" | "instant";
  grid: RangeGrid;
  datasource: { type?: string; uid?: string };
  mostSeries: number;
}

export interface PlanInput {
  panel: ReadPanel;
  request: PanelRequest;
  batch: Pick<PanelBatchRequest, "fromMs" | "toMs" | "variables">;
  variables: readonly ReadVariable[];
  dashboard: { uid: string | null; title: string };
}

const defaultScrapeSeconds = 15;

/** What has to be asked for a panel: targets with their expressions filled in and their grid of steps. */
export function planPanel(input: PlanInput): PlannedTarget[] {
  const range = panelTimeRange(input.batch, input.panel);
  return input.panel.targets
    .filter((target) => !target.hidden && target.expr.trim() !== "")
    .map((target) => planTarget(target, range, input));
}

function planTarget(target: ReadTarget, range: TimeRange, input: PlanInput): PlannedTarget {
  const { panel, request } = input;
  const plain = scopeOf(range, input);
  const minimum =
    minimumSeconds(interpolate(target.interval, plain)) || minimumSeconds(interpolate(panel.interval, plain));
  const step = calculateStep({
    ...range,
    maxDataPoints: panel.maxDataPoints ?? request.maxDataPoints,
    minIntervalSeconds: minimum,
    scrapeIntervalSeconds: minimum || defaultScrapeSeconds,
    intervalFactor: target.intervalFactor,
  });
  const kind = target.instant && !target.range ? "instant" : "range";
  return {
    refId: target.refId,
    expr: interpolatePromql(target.expr, scopeOf(range, input, step)),
    kind,
    grid: gridOf(range, step, kind),
    datasource: datasourceOf(target, panel, plain),
    mostSeries: seriesWanted(panel, target),
  };
}

function scopeOf(
  range: TimeRange,
  { batch, request, variables, dashboard }: PlanInput,
  step?: Step,
): VariableScope {
  const builtins = builtinVariables({ ...range, step, dashboard });
  return buildScope({ variables, values: batch.variables, scoped: request.scopedVariables, builtins, range });
}

function gridOf(range: TimeRange, { stepSeconds }: Step, kind: "range" | "instant"): RangeGrid {
  if (kind === "range") return { ...alignRange(range.fromMs, range.toMs, stepSeconds), stepSeconds };
  const endSeconds = Math.floor(range.toMs / 1_000);
  return { startSeconds: endSeconds, endSeconds, stepSeconds };
}

function datasourceOf(
  target: ReadTarget,
  panel: ReadPanel,
  scope: VariableScope,
): { type?: string; uid?: string } {
  const mixed = panel.datasource?.uid === "-- Mixed --";
  const reference = target.datasource ?? (mixed ? null : panel.datasource);
  return {
    type: reference?.type,
    uid: reference?.uid === undefined ? undefined : interpolate(reference.uid, scope, "raw"),
  };
}

/** `30s`, and the old spelling `>30s`. */
function minimumSeconds(text: string): number {
  return (parseDurationMs(text.replace(/^>\s*/, "")) ?? 0) / 1_000;
}
