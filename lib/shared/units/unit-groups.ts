import type { UnitGroup } from "./unit-group";
import { commonUnitGroups } from "./unit-groups-common";
import { physicalUnitGroups } from "./unit-groups-physical";

/** Every unit by group, in the order of Grafana's unit picker. Apart from their formats, since only the editor reads names. */
export const unitGroups: UnitGroup[] = [...commonUnitGroups, ...physicalUnitGroups];

/** What a unit is called in the picker; null for custom and unknown ids. */
export function unitName(id: string): string | null {
  for (const group of unitGroups) {
    const unit = group.units.find(([unitId]) => unitId === id);
    if (unit) return unit[1];
  }
  return null;
}
