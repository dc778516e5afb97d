import {
  atLeast,
  between,
  flag,
  flagOrNumber,
  group,
  oneOf,
  type Read,
  tooltipMode,
} from "@/lib/shared/panels/option-schemas";

/** `options` of Grafana's state timeline and status history; anything odd takes the default. */
export const StateOptions = group({
  mergeValues: flag(true),
  showValue: oneOf(["auto", "always", "never"], "auto"),
  alignValue: oneOf(["left", "center", "right"], "left"),
  rowHeight: between(0, 1, 0.9),
  colWidth: between(0, 1, 0.9),
  tooltip: tooltipMode,
  /** Series a page. */
  perPage: atLeast(1, 20),
});
export type StateOptions = Read<typeof StateOptions>;

/** `fieldConfig.*.custom` of both panels. */
export const StateFieldOptions = group({
  fillOpacity: between(0, 100, 70),
  lineWidth: atLeast(0, 0),
  spanNulls: flagOrNumber,
  hideFrom: group({ viz: flag() }),
});
/** Cells of a status history have an edge of their own. */
export const StatusFieldOptions = group({
  fillOpacity: between(0, 100, 70),
  lineWidth: atLeast(0, 1),
  hideFrom: group({ viz: flag() }),
});

export type StateFieldOptions = Read<typeof StateFieldOptions>;
