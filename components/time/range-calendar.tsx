"use client";

import "@mantine/dates/styles.css";

import { DatePicker } from "@mantine/dates";
import { useState } from "react";

/** Answers the first and last day as `YYYY-MM-DD` once both are chosen; a single day counts as both. */
export function RangeCalendar({ onChange }: { onChange: (first: string, last: string) => void }) {
  const [days, setDays] = useState<[string | null, string | null]>([null, null]);
  return (
    <DatePicker
      type="range"
      size="xs"
      allowSingleDateInRange
      weekendDays={[]}
      value={days}
      onChange={(next) => {
        setDays(next);
        const [first, last] = next;
        if (first) onChange(first, last ?? first);
      }}
    />
  );
}
