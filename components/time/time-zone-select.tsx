"use client";

import { Select } from "@mantine/core";
import { useMemo } from "react";
import { resolveTimeZone } from "@/lib/shared/time/zoned-time";

interface TimeZoneSelectProps {
  value: string;
  onChange: (timeZone: string) => void;
}

export function TimeZoneSelect({ value, onChange }: TimeZoneSelectProps) {
  const zones = useMemo(
    () => [
      { value: "browser", label: `Browser time (${resolveTimeZone("browser")})` },
      { value: "utc", label: "UTC" },
      ...Intl.supportedValuesOf("timeZone")
        .filter((zone) => zone !== "UTC")
        .map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") })),
    ],
    [],
  );
  return (
    <Select
      aria-label="Time zone"
      data={zones}
      value={value === "" ? "browser" : value.toLowerCase() === "utc" ? "utc" : value}
      onChange={(zone) => (zone ? onChange(zone) : undefined)}
      allowDeselect={false}
      searchable
      limit={60}
      nothingFoundMessage="No zone is named so."
      comboboxProps={{ withinPortal: false }}
    />
  );
}
