import { flag, group, integer, oneOf, type Read, text, texts } from "@/lib/shared/panels/option-schemas";

/** `options` of Grafana's alert list. Its names for the states of alerts changed over time. */
export const AlertlistOptions = group({
  maxItems: integer(1, 1_000, 20),
  /** 1 and 2 by name, 3 by importance, 4 and 5 by time. */
  sortOrder: integer(1, 5, 3),
  alertName: text(),
  alertInstanceLabelFilter: text(),
  viewMode: oneOf(["list", "stat"], "list"),
  /** By rule, or by the values of labels. */
  groupMode: oneOf(["default", "custom"], "default"),
  groupBy: texts,
  stateFilter: group({ firing: flag(), alerting: flag(), pending: flag() }),
});
export type AlertlistOptions = Read<typeof AlertlistOptions>;
