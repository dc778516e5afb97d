import type { ReadPanel, ReadTarget, ReadVariable } from "@/lib/shared/dashboards/reading-model";
import { askedTargets } from "@/lib/shared/panels/asked-targets";
import { countingScale, type ScaleFor } from "@/lib/shared/panels/counting-scale";
import { seriesWanted } from "@/lib/shared/panels/most-series";
import type { PanelBatchRequest } from "@/lib/shared/prometheus/panel-batch";
import { instantOfRange, shareMsOfStep } from "@/lib/shared/prometheus/share";
import { alignRange, calculateStep, type Step } from "@/lib/shared/prometheus/step";
import type { RangeGrid } from "@/lib/shared/prometheus/to-frame";
import type { Matcher } from "@/lib/shared/promql/matcher";
import { parseDurationMs } from "@/lib/shared/time/duration";
import { panelTimeRange } from "@/lib/shared/time/panel-time";
import type { TimeRange } from "@/lib/shared/time/time-range";
import { filterMatchers, filtersOf } from "@/lib/shared/variables/adhoc-filters";
import { buildScope } from "@/lib/shared/variables/build-scope";
import { type BuiltinInput, builtinVariables } from "@/lib/shared/variables/builtin-variables";
import { interpolate } from "@/lib/shared/variables/interpolate";
import { interpolatePromql } from "@/lib/shared/variables/interpolate-promql";
import { type VariableScope, variableNamesIn } from "@/lib/shared/variables/variable-scope";

type PanelRequest = PanelBatchRequest["panels"][number];

export interface PlannedTarget {
  refId: string;
  expr: string;
  /** Null for an instant query, which is asked at `grid.endSeconds`. */
  kind: "range" | "instant";
  grid: RangeGrid;
  /** Answers may be shared by all who ask within a slot of this length. */
  shareMs: number;
  datasource: { type?: string; uid?: string };
  mostSeries: number;
  /** For panels that count values: the buckets they count them in. */
  scaleFor: ScaleFor | null;
  exemplars: boolean;
  /** Ad hoc filters of the dashboard; each holds for the queries of its own datasource. */
  filters: AdhocFilters[];
}

export interface AdhocFilters {
  datasource: string | undefined;
  matchers: Matcher[];
}

export interface PlanInput {
  panel: ReadPanel;
  request: PanelRequest;
  batch: Pick<PanelBatchRequest, "fromMs" | "toMs" | "absolute" | "variables" | "timeZone">;
  variables: readonly ReadVariable[];
  dashboard: { uid: string | null; title: string };
  tenant?: BuiltinInput["tenant"];
  viewer?: BuiltinInput["viewer"];
  /** For who may run only what the dashboard holds. */
  confined?: boolean;
}

const defaultScrapeSeconds = 15;
const overTime = new Set(["timeseries", "heatmap"]);

/** What has to be asked for a panel: targets with their expressions filled in and their grid of steps. */
export function planPanel(input: PlanInput): PlannedTarget[] {
  const range = ownRange(input);
  return askedTargets(input.panel).flatMap((target) =>
    kindsOf(target).map((kind) => planTarget(target, kind, range, input)),
  );
}

/** As Grafana: range, instant, or both at once. */
function kindsOf({ instant, range }: ReadTarget): PlannedTarget["kind"][] {
  if (!instant) return ["range"];
  return range ? ["range", "instant"] : ["instant"];
}

function ownRange(input: PlanInput): TimeRange {
  const { batch, panel } = input;
  const scope = scopeOf({ fromMs: batch.fromMs, toMs: batch.toMs }, input);
  const own = {
    timeFrom: interpolate(panel.timeFrom, scope),
    timeShift: interpolate(panel.timeShift, scope),
  };
  return panelTimeRange(batch, own, batch.timeZone);
}

function planTarget(
  target: ReadTarget,
  kind: PlannedTarget["kind"],
  range: TimeRange,
  input: PlanInput,
): PlannedTarget {
  const { panel, request } = input;
  const plain = scopeOf(range, input);
  const ownMinimum = minimumSeconds(interpolate(target.interval, plain));
  const step = calculateStep({
    ...range,
    maxDataPoints: panel.maxDataPoints ?? request.maxDataPoints,
    minIntervalSeconds: ownMinimum || minimumSeconds(interpolate(panel.interval, plain)),
    // A panel's minimum says nothing of how often is scraped; a query's does, to Grafana.
    scrapeIntervalSeconds: ownMinimum || defaultScrapeSeconds,
    intervalFactor: target.intervalFactor,
  });
  return {
    refId: target.refId,
    expr: interpolatePromql(target.expr, scopeOf(range, input, step)),
    kind,
    ...gridOf(range, step, kind),
    datasource: datasourceOf(target, panel, plain),
    mostSeries: seriesWanted(panel, target),
    scaleFor: countingScale(panel, target),
    exemplars: kind === "range" && overTime.has(panel.type) && hasExemplars(target),
    filters: adhocFilters(target, plain, input),
  };
}

/** An expression that names the variable has its filters where its author wants them. */
function adhocFilters(
  target: ReadTarget,
  scope: VariableScope,
  { variables, batch }: PlanInput,
): AdhocFilters[] {
  const named = new Set(variableNamesIn(target.expr));
  return variables
    .filter(({ type, name }) => type === "adhoc" && !named.has(name))
    .map((variable) => ({
      datasource: variable.datasource?.uid && interpolate(variable.datasource.uid, scope, "raw"),
      matchers: filterMatchers(filtersOf(variable, batch.variables[variable.name])),
    }))
    .filter(({ matchers }) => matchers.length > 0);
}

function scopeOf(
  range: TimeRange,
  { batch, request, variables, dashboard, tenant, viewer, confined }: PlanInput,
  step?: Step,
): VariableScope {
  const builtins = builtinVariables({ ...range, step, dashboard, tenant, viewer });
  const { scopedVariables: scoped } = request;
  return buildScope({ variables, values: batch.variables, scoped, builtins, range, confined });
}

/** Only histograms carry them; other queries need not ask. */
function hasExemplars({ exemplar, expr }: ReadTarget): boolean {
  return exemplar === true && expr.includes("_bucket");
}

function gridOf(
  range: TimeRange,
  { stepSeconds }: Step,
  kind: "range" | "instant",
): { grid: RangeGrid; shareMs: number } {
  if (kind === "range") {
    const grid = { ...alignRange(range.fromMs, range.toMs, stepSeconds), stepSeconds };
    return { grid, shareMs: shareMsOfStep(stepSeconds) };
  }
  const { timeSeconds, shareMs } = instantOfRange(range.toMs, Date.now());
  return { grid: { startSeconds: timeSeconds, endSeconds: timeSeconds, stepSeconds }, shareMs };
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
