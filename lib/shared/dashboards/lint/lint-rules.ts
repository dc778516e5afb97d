import type { LintRule } from "./lint-rule";
import { counterWithoutRate } from "./rules/counter-without-rate";
import { dashboardEditable } from "./rules/dashboard-editable";
import { dashboardRefresh } from "./rules/dashboard-refresh";
import { dashboardRows } from "./rules/dashboard-rows";
import { dashboardTags } from "./rules/dashboard-tags";
import { dashboardTimeRange } from "./rules/dashboard-time-range";
import { dashboardTitle } from "./rules/dashboard-title";
import { dashboardUid } from "./rules/dashboard-uid";
import { dashboardUnique } from "./rules/dashboard-unique";
import { divisionGuard } from "./rules/division-guard";
import { documentShape } from "./rules/document-shape";
import { expensiveQuery } from "./rules/expensive-query";
import { highCardinality } from "./rules/high-cardinality";
import { histogramQuantileLe } from "./rules/histogram-quantile-le";
import { irateLongWindow } from "./rules/irate-long-window";
import { legendLabel } from "./rules/legend-label";
import { matcherMultiValue } from "./rules/matcher-multi-value";
import { matcherRegex } from "./rules/matcher-regex";
import { metricUnknown } from "./rules/metric-unknown";
import { panelDatasource } from "./rules/panel-datasource";
import { panelDescription } from "./rules/panel-description";
import { panelNoTargets } from "./rules/panel-no-targets";
import { panelOldType } from "./rules/panel-old-type";
import { panelOverlap } from "./rules/panel-overlap";
import { panelPercentScale } from "./rules/panel-percent-scale";
import { panelThresholds } from "./rules/panel-thresholds";
import { panelTitle } from "./rules/panel-title";
import { panelTitleRepeated } from "./rules/panel-title-repeated";
import { panelUnit } from "./rules/panel-unit";
import { panelUnitUnknown } from "./rules/panel-unit-unknown";
import { promqlDialect } from "./rules/promql-dialect";
import { quantileAverage } from "./rules/quantile-average";
import { quantileRange } from "./rules/quantile-range";
import { rateOfAggregate } from "./rules/rate-of-aggregate";
import { rateOverGauge } from "./rules/rate-over-gauge";
import { recordingRule } from "./rules/recording-rule";
import { selectorAllMetrics } from "./rules/selector-all-metrics";
import { targetEmpty } from "./rules/target-empty";
import { targetInstance } from "./rules/target-instance";
import { targetJob } from "./rules/target-job";
import { targetLogql } from "./rules/target-logql";
import { targetLogqlAuto } from "./rules/target-logql-auto";
import { targetPromql } from "./rules/target-promql";
import { targetRateInterval } from "./rules/target-rate-interval";
import { templateDatasource } from "./rules/template-datasource";
import { templateInstance } from "./rules/template-instance";
import { templateJob } from "./rules/template-job";
import { templateLabelPromql } from "./rules/template-label-promql";
import { templateOnTimeChangeReload } from "./rules/template-on-time-change-reload";
import { templateTenant } from "./rules/template-tenant";
import { topkBounds } from "./rules/topk-bounds";
import { variableRegex } from "./rules/variable-regex";
import { variableUndefined } from "./rules/variable-undefined";
import { variableUnused } from "./rules/variable-unused";

/** Every rule; a new one is a file in rules/ and a line here. */
export const lintRules: readonly LintRule[] = [
  counterWithoutRate,
  dashboardEditable,
  dashboardRefresh,
  dashboardRows,
  dashboardTags,
  dashboardTimeRange,
  dashboardTitle,
  dashboardUid,
  dashboardUnique,
  divisionGuard,
  documentShape,
  expensiveQuery,
  highCardinality,
  histogramQuantileLe,
  irateLongWindow,
  legendLabel,
  matcherMultiValue,
  matcherRegex,
  metricUnknown,
  panelDatasource,
  panelDescription,
  panelNoTargets,
  panelOldType,
  panelOverlap,
  panelPercentScale,
  panelThresholds,
  panelTitleRepeated,
  panelTitle,
  panelUnitUnknown,
  panelUnit,
  promqlDialect,
  quantileAverage,
  quantileRange,
  rateOfAggregate,
  rateOverGauge,
  recordingRule,
  selectorAllMetrics,
  targetEmpty,
  targetInstance,
  targetJob,
  targetLogqlAuto,
  targetLogql,
  targetPromql,
  targetRateInterval,
  templateDatasource,
  templateInstance,
  templateJob,
  templateLabelPromql,
  templateOnTimeChangeReload,
  templateTenant,
  topkBounds,
  variableRegex,
  variableUndefined,
  variableUnused,
];
