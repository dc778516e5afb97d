import { flag, group, integer, type Read, text } from "@/lib/shared/panels/option-schemas";

/** `options` of Grafana's alert list. Its names for the states of alerts changed over time. */
export const AlertlistOptions = group({
  maxItems: integer(1, 1_000, 20),
  /** 1 and 2 by name, 3 by importance, 4 and 5 by time. */
  sortOrder: integer(1, 5, 3),
  alertName: text(),
  alertInstanceLabelFilter: text(),
  stateFilter: group({ firing: flag(), alerting: flag(), pending: flag() }),
});
export type AlertlistOptions = Read<typeof AlertlistOptions>;
