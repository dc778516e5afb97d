import { unitGroups } from "@/lib/shared/units/unit-groups";
import { panelPlace } from "../lint-places";
import type { LintRule } from "../lint-rule";

/** What people write for a unit that has another id. */
const meant: Record<string, string> = {
  sec: "s",
  secs: "s",
  second: "s",
  seconds: "s",
  millisecond: "ms",
  milliseconds: "ms",
  byte: "bytes",
  "%": "percent",
  percentage: "percent",
  "bytes/s": "Bps",
  "bytes/sec": "Bps",
  "req/s": "reqps",
  "requests/s": "reqps",
  "ops/s": "ops",
};

const ids = unitGroups.flatMap(({ units }) => units.map(([id]) => id));
const known = new Set(ids);
const byLowerCase = new Map(ids.map((id) => [id.toLowerCase(), id]));

export const panelUnitUnknown: LintRule = {
  id: "panel-unit-unknown",
  title: "Units are written as Grafana's ids",
  severity: "hint",
  why: "An id that is not known is put behind the raw number, without scaling.",
  check: ({ dashboard }) =>
    dashboard.panels.flatMap((panel) => {
      const unit = panel.fieldConfig.defaults.unit ?? "";
      const wanted = meant[unit.toLowerCase()] ?? byLowerCase.get(unit.toLowerCase());
      if (unit === "" || known.has(unit) || unit.includes(":") || wanted === undefined) return [];
      const isStored = panel.type === panel.storedType;
      const path = [...panel.path, "fieldConfig", "defaults", "unit"];
      return [
        {
          message: `"${unit}" is no unit of Grafana; "${wanted}" is.`,
          place: panelPlace(panel, "fieldConfig", "defaults", "unit"),
          fix: isStored
            ? { label: `Set the unit to ${wanted}`, edits: [{ path, value: wanted }] }
            : undefined,
        },
      ];
    }),
};
