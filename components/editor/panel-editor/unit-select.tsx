import { Select } from "@mantine/core";
import { unitGroups, unitName } from "@/lib/shared/units/unit-groups";

interface UnitSelectProps {
  value: string;
  onChange: (unit: string | undefined) => void;
}

const options = unitGroups.map(({ name, units }) => ({
  group: name,
  items: units.map(([id, label]) => ({ value: id, label: `${label} (${id})` })),
}));

/** Every unit of Grafana; one that we do not know is kept and shown as it is written. */
export function UnitSelect({ value, onChange }: UnitSelectProps) {
  const known = value === "" || unitName(value) !== null;
  const data = known ? options : [{ group: "In use", items: [{ value, label: value }] }, ...options];
  return (
    <Select
      label="Unit"
      placeholder="None"
      searchable
      clearable
      limit={60}
      nothingFoundMessage="No such unit"
      onFocus={(event) => event.currentTarget.select()}
      data={data}
      value={value === "" ? null : value}
      onChange={(unit) => onChange(unit ?? undefined)}
    />
  );
}
