import {
  atLeast,
  between,
  flag,
  group,
  integer,
  isPositive,
  looseNumber,
  oneOf,
  optionalGroup,
  optionalText,
  orElse,
  type Read,
  type Reader,
  text,
} from "@/lib/shared/panels/option-schemas";

const bucketSize: Reader<string> = {
  parse: (value) => (typeof value === "number" ? String(value) : text().parse(value)),
};

const buckets = optionalGroup({
  mode: oneOf(["size", "count"], "count"),
  value: bucketSize,
  scale: optionalGroup({ type: oneOf(["linear", "log", "symlog"], "linear"), log: atLeast(2, 2) }),
});

const limits = optionalGroup({ le: looseNumber, ge: looseNumber });
/** Grafana leaves empty buckets undrawn unless told otherwise. */
const filterValues: Reader<{ le?: number; ge?: number }> = {
  parse: (value) => limits.parse(value) ?? { le: 1e-9 },
};

/** `options` of Grafana's heatmap panel; anything odd takes the default. */
export const HeatmapOptions = group({
  calculate: flag(),
  calculation: group({ xBuckets: buckets, yBuckets: buckets }),
  color: group({
    mode: oneOf(["scheme", "opacity"], "scheme"),
    scheme: text("Oranges"),
    fill: text("dark-orange"),
    scale: oneOf(["linear", "exponential"], "exponential"),
    exponent: orElse(isPositive, 0.5),
    steps: integer(2, 128, 64),
    reverse: flag(),
    min: looseNumber,
    max: looseNumber,
  }),
  cellGap: between(0, 25, 1),
  cellValues: group({ unit: optionalText, decimals: looseNumber }),
  filterValues,
  yAxis: group({
    unit: optionalText,
    decimals: looseNumber,
    axisPlacement: oneOf(["auto", "left", "right", "hidden"], "left"),
    axisLabel: text(),
    axisWidth: looseNumber,
    reverse: flag(),
    min: looseNumber,
    max: looseNumber,
  }),
  rowsFrame: group({ layout: oneOf(["auto", "le", "ge", "unknown"], "auto"), value: text() }),
  legend: group({ show: flag(true) }),
  tooltip: group({ mode: oneOf(["single", "multi", "none"], "single"), yHistogram: flag() }),
});
export type HeatmapOptions = Read<typeof HeatmapOptions>;
