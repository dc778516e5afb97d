import {
  flag,
  group,
  oneOf,
  optionalPositive,
  optionalText,
  type Read,
  texts,
} from "@/lib/shared/panels/option-schemas";

const Legend = group({
  showLegend: flag(true),
  displayMode: oneOf(["list", "table", "hidden"], "list"),
  placement: oneOf(["bottom", "right"], "bottom"),
  calcs: texts,
  /** What a pie's legend shows of its slices. */
  values: texts,
  sortBy: optionalText,
  sortDesc: flag(true),
  width: optionalPositive,
  hideEmpty: flag(),
  hideZero: flag(),
});

export type LegendOptions = Read<typeof Legend> & { shown: boolean };

/** The `legend` of a panel's options. */
export function readLegendOptions(json: unknown): LegendOptions {
  const legend = Legend.parse(json);
  return { ...legend, shown: legend.showLegend && legend.displayMode !== "hidden" };
}
