import type { JsonObject } from "@/lib/shared/json";
import type { PanelShape } from "./panel-shape";
import { readCurrent } from "./read-current";
import { compact, readNumber, readObject, readObjects, readString } from "./read-json";
import { readOldCalc } from "./read-old-calcs";
import type { FieldOptions, ReadOverride } from "./reading-model";

const usualFill = "#0a55a1";

/** The polystat plugin, of its first and its second version: hexagons, one a series, coloured by thresholds. */
export function readPolystat(raw: JsonObject): PanelShape {
  const current = readCurrent(raw);
  const old = readObject(raw.polystat);
  const source = Object.keys(old).length > 0 ? old : current.options;
  const fill = readString(source.globalFillColor, usualFill);
  const stored = readObjects(readObject(source.overrideConfig).overrides);
  const enabled = stored.filter(({ enabled }) => enabled !== false);
  const operator =
    readString(enabled.find(({ metricName }) => isForAll(readString(metricName)))?.operatorName) ||
    readString(source.globalOperator) ||
    readString(source.globalOperatorName) ||
    readString(source.operatorName) ||
    readString(raw.operatorName);
  const steps = readObjects(source.globalThresholds ?? source.globalThresholdsConfig);
  return {
    type: "polystat",
    options: { ...layoutOf(source), reduceOptions: { calcs: [readOldCalc(operator)], values: false } },
    fieldConfig: {
      defaults: {
        ...current.fieldConfig.defaults,
        ...compact({
          unit: readString(source.globalUnitFormat) || readString(raw.format) || undefined,
          decimals: readNumber(source.globalDecimals ?? raw.decimals),
          links: linksTo(source.globalClickthrough ?? source.defaultClickThrough, source),
        }),
        ...colorsOf(steps, fill),
      },
      overrides: [
        ...current.fieldConfig.overrides,
        // The first that fits counts there; of ours, the last.
        ...enabled.toReversed().map((override) => readOverride(override, fill)),
      ],
    },
  };
}

function isForAll(pattern: string): boolean {
  return /^\/?\.[*+]\/?$/.test(pattern);
}

function layoutOf(source: JsonObject): JsonObject {
  const fixed = (auto: unknown, count: unknown) => (auto === false ? (readNumber(count) ?? null) : null);
  return {
    columns: fixed(
      source.autoSizeColumns ?? source.columnAutoSize,
      source.layoutNumColumns ?? source.columns,
    ),
    rows: fixed(source.autoSizeRows ?? source.rowAutoSize, source.layoutNumRows ?? source.rows),
    limit: readNumber(source.layoutDisplayLimit ?? source.displayLimit) ?? 100,
    shape: readString(source.globalShape ?? source.shape),
    sortBy: readString(source.sortByField ?? source.hexagonSortByField, "name"),
    descending: isDescending(source.sortByDirection ?? source.hexagonSortByDirection),
    natural: [3, 4].includes(Number(source.sortByDirection)),
    showValue: source.globalShowValueEnabled !== false,
    gradient: (source.globalGradientsEnabled ?? source.gradientEnabled) !== false,
    borderColor: readString(source.globalPolygonBorderColor ?? source.polygonBorderColor, "black"),
    borderWidth: readNumber(source.globalPolygonBorderSize ?? source.polygonBorderSize) ?? 2,
    fontSize:
      (source.globalAutoScaleFonts ?? source.fontAutoScale) === false
        ? (readNumber(source.globalFontSize) ?? 12)
        : null,
  };
}

/** 1, 3 and 5 are kinds of rising order, 2, 4 and 6 of falling. */
function isDescending(direction: unknown): boolean {
  return direction === "desc" || (typeof direction === "number" && direction > 0 && direction % 2 === 0);
}

/** Without thresholds all have the fill's colour; what lies below the first of several has that one's. */
function colorsOf(steps: JsonObject[], fill: string): Pick<FieldOptions, "color" | "thresholds"> {
  const known = steps
    .flatMap(({ value, color }) => {
      const number = readNumber(value);
      return number === undefined ? [] : [{ value: number, color: readString(color, fill) }];
    })
    .sort((a, b) => a.value - b.value);
  const [first, second] = known;
  if (!first) return { color: { mode: "fixed", fixedColor: fill } };
  const base = { value: Number.NEGATIVE_INFINITY, color: second ? first.color : fill };
  return { color: { mode: "thresholds" }, thresholds: { mode: "absolute", steps: [base, ...known] } };
}

function readOverride(override: JsonObject, fill: string): ReadOverride {
  const name = readString(override.metricName);
  const thresholds = readObjects(override.thresholds);
  const colors = thresholds.length > 0 ? colorsOf(thresholds, fill) : {};
  const values = compact({
    unit: readString(override.unitFormat) || undefined,
    decimals: readNumber(override.decimals),
    displayName: readString(override.alias) || undefined,
    links: linksTo(override.clickThrough, {
      globalClickthroughNewTabEnabled: override.clickThroughOpenNewTab ?? false,
    }),
    ...colors,
  });
  return {
    matcher: { id: "byRegexp", options: name.startsWith("/") ? name : `/^${name}$/` },
    properties: Object.entries(values).map(([id, value]) => ({ id, value })),
  };
}

const cellNames: [RegExp, string][] = [
  [/\$\{__cell_name\b/g, "${__field.displayName"],
  [/\$\{__cell\b/g, "${__value.raw"],
];

/** A link as data links are written. */
function linksTo(
  stored: unknown,
  { globalClickthroughNewTabEnabled: newTab }: JsonObject,
): JsonObject[] | undefined {
  const url = cellNames.reduce((text, [from, to]) => text.replace(from, () => to), readString(stored));
  return url === "" ? undefined : [{ title: "", url, targetBlank: newTab === true }];
}
