import * as z from "zod/mini";
import {
  atLeast,
  between,
  flag,
  looseNumber,
  maybe,
  oneOf,
  positive,
  text,
  tooltipMode,
} from "@/lib/shared/panels/option-schemas";

const Buckets = z.object({
  mode: oneOf(["size", "count"], "count"),
  value: z.catch(z.coerce.string(), ""),
  scale: maybe(z.object({ type: oneOf(["linear", "log", "symlog"], "linear"), log: atLeast(2, 2) })),
});

/** Grafana leaves empty buckets undrawn unless told otherwise. */
const NO_ZEROS: { le?: number; ge?: number } = { le: 1e-9 };

/** `options` of Grafana's heatmap panel; anything odd takes the default. */
export const HeatmapOptions = z.object({
  calculate: flag(),
  calculation: z.catch(z.object({ xBuckets: maybe(Buckets), yBuckets: maybe(Buckets) }), {}),
  color: z.catch(
    z.object({
      mode: oneOf(["scheme", "opacity"], "scheme"),
      scheme: text("Oranges"),
      fill: text("dark-orange"),
      scale: oneOf(["linear", "exponential"], "exponential"),
      exponent: z.catch(positive, 0.5),
      steps: z.catch(z.int().check(z.minimum(2), z.maximum(128)), 64),
      reverse: flag(),
      min: looseNumber,
      max: looseNumber,
    }),
    {
      mode: "scheme",
      scheme: "Oranges",
      fill: "dark-orange",
      scale: "exponential",
      exponent: 0.5,
      steps: 64,
      reverse: false,
    },
  ),
  cellGap: between(0, 25, 1),
  cellValues: z.catch(z.object({ unit: maybe(z.string()), decimals: looseNumber }), {}),
  filterValues: z.catch(z.object({ le: looseNumber, ge: looseNumber }), NO_ZEROS),
  yAxis: z.catch(
    z.object({
      unit: maybe(z.string()),
      decimals: looseNumber,
      axisPlacement: oneOf(["auto", "left", "right", "hidden"], "left"),
      axisLabel: text(),
      axisWidth: looseNumber,
      reverse: flag(),
    }),
    { axisPlacement: "left", axisLabel: "", reverse: false },
  ),
  rowsFrame: z.catch(z.object({ layout: oneOf(["auto", "le", "ge", "unknown"], "auto"), value: text() }), {
    layout: "auto",
    value: "",
  }),
  legend: z.catch(z.object({ show: flag(true) }), { show: true }),
  tooltip: tooltipMode,
});
export type HeatmapOptions = z.infer<typeof HeatmapOptions>;
