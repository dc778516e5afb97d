"use client";

import "@mantine/dates/styles.css";

import { DatePicker } from "@mantine/dates";
import { useState } from "react";

interface RangeCalendarProps {
  /** The days that are chosen now, and that on which it opens when none are, as `YYYY-MM-DD` in the zone. */
  days: [first: string | null, last: string | null];
  today: string | null;
  onChange: (first: string, last: string) => void;
}

const labels = {
  previousMonth: "Previous month",
  nextMonth: "Next month",
  monthLevelControl: "Choose a month",
  previousYear: "Previous year",
  nextYear: "Next year",
  yearLevelControl: "Choose a year",
  previousDecade: "Previous decade",
  nextDecade: "Next decade",
};

/** Answers the first and last day once both are chosen; a single day counts as both. */
export function RangeCalendar({ days: start, today, onChange }: RangeCalendarProps) {
  const [days, setDays] = useState(start);
  return (
    <DatePicker
      type="range"
      size="xs"
      allowSingleDateInRange
      weekendDays={[]}
      ariaLabels={labels}
      defaultDate={start[1] ?? today ?? undefined}
      // Mantine's own mark goes by the browser's clock, which may show another day.
      getDayProps={(day) => (day === today ? { "aria-current": "date", style: { fontWeight: 700 } } : {})}
      value={days}
      onChange={(next) => {
        setDays(next);
        const [first, last] = next;
        if (first) onChange(first, last ?? first);
      }}
    />
  );
}
