import type { UnitGroup } from "./unit";
import { commonUnits } from "./units-common";
import { physicalUnits } from "./units-physical";

/** Every unit by group, in the order of Grafana's unit picker. */
export const unitGroups: UnitGroup[] = [...commonUnits, ...physicalUnits];

/** What a unit is called in the picker; null for custom and unknown ids. */
export function unitName(id: string): string | null {
  for (const group of unitGroups) {
    const unit = group.units.find(([unitId]) => unitId === id);
    if (unit) return unit[1];
  }
  return null;
}
