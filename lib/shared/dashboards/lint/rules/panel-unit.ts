import { readObject, readString } from "@/lib/shared/dashboards/read-json";
import type { ReadPanel } from "@/lib/shared/dashboards/reading-model";
import { panelPlace } from "../lint-places";
import type { LintRule } from "../lint-rule";
import { isLibraryPanel, showsNumbers } from "../panel-kinds";
import { resultUnit } from "../result-unit";

export const panelUnit: LintRule = {
  id: "panel-unit",
  title: "Numbers have a unit",
  severity: "hint",
  why: "1500000000 is read wrong at night; 1.4 GiB is not.",
  check: ({ dashboard, queries }) =>
    dashboard.panels.filter(lacksUnit).map((panel) => {
      const units = new Set(
        queries.filter((query) => query.panel === panel && !query.target?.hidden).map(resultUnit),
      );
      const [unit] = units;
      const path = [...panel.path, "fieldConfig", "defaults", "unit"];
      const isKnown =
        units.size === 1 && unit !== undefined && unit !== null && panel.type === panel.storedType;
      return {
        message: "The numbers have no unit.",
        place: panelPlace(panel, "fieldConfig", "defaults", "unit"),
        fix: isKnown ? { label: `Set the unit to ${unit}`, edits: [{ path, value: unit }] } : undefined,
      };
    }),
};

function lacksUnit(panel: ReadPanel): boolean {
  const { defaults, overrides } = panel.fieldConfig;
  if (!showsNumbers(panel) || isLibraryPanel(panel) || panel.targets.length === 0) return false;
  if (defaults.unit || (defaults.mappings?.length ?? 0) > 0) return false;
  const hasOwn = overrides.some(({ properties }) =>
    properties.some(({ id }) => id === "unit" || id === "mappings"),
  );
  // A stat of all fields or of names shows text.
  const fields = readString(readObject(panel.options.reduceOptions).fields);
  const showsText = fields !== "" || panel.options.textMode === "name";
  return !hasOwn && !showsText;
}
