import type { FieldOptions, ReadMapping, ReadPanel } from "@/lib/shared/dashboards/reading-model";
import type { Json, JsonObject } from "@/lib/shared/json";
import { toStoredSteps } from "./thresholds";

/** Keys of the old graph, singlestat and table, whose meaning moves to `options` and `fieldConfig`. */
const oldKeys = new Set(
  [
    "aliasColors bars dashes dashLength fill fillGradient hiddenSeries legend lines linewidth nullPointMode percentage",
    "pointradius points renderer seriesOverrides spaceLength stack steppedLine thresholds timeRegions tooltip xaxis yaxes",
    "yaxis colorBackground colorPostfix colorPrefix colorValue colors format gauge mappingType mappingTypes nullText",
    "postfix postfixFontSize prefix prefixFontSize rangeMaps sparkline tableColumn valueFontSize valueMaps valueName",
    "decimals columns fontSize pageSize scroll showHeader sort styles transform pluginVersion",
    "cards color dataFormat heatmap hideZeroBuckets highlightCards reverseYBuckets xBucketNumber xBucketSize yAxis",
    "yBucketBound yBucketNumber yBucketSize",
  ].flatMap((line) => line.split(" ")),
);

/** Without a version they would be read as of before Grafana 8, when percentages had a range of their own. */
const singleValues = new Set(["stat", "gauge", "bargauge"]);

/** An old panel in today's form: what it is drawn as, with all else kept. */
export function upgradePanel(panel: ReadPanel): JsonObject {
  const kept = Object.entries(panel.raw).filter(([key]) => !oldKeys.has(key));
  const { defaults, overrides } = panel.fieldConfig;
  return {
    ...Object.fromEntries(kept),
    type: panel.type,
    ...(singleValues.has(panel.type) && { pluginVersion: "8.0.0" }),
    fieldConfig: { defaults: storedDefaults(defaults), overrides: asJson(overrides) },
    options: panel.options,
    ...(panel.transformations.length > 0 && {
      transformations: panel.transformations.map(({ id, options, disabled }) => ({
        id,
        options,
        ...(disabled && { disabled }),
      })),
    }),
  };
}

function storedDefaults({ thresholds, mappings, ...rest }: FieldOptions): JsonObject {
  return {
    ...(asJson(rest) as JsonObject),
    ...(thresholds && { thresholds: { mode: thresholds.mode, steps: toStoredSteps(thresholds.steps) } }),
    ...(mappings && { mappings: mappings.map(storedMapping) }),
  };
}

function storedMapping(mapping: ReadMapping): Json {
  const { type, ...options } = mapping;
  return asJson(mapping.type === "value" ? { type, options: mapping.options } : { type, options });
}

/** Leaves out what is undefined, as JSON does. */
function asJson(value: unknown): Json {
  return JSON.parse(JSON.stringify(value));
}
