"use client";

import { ActionIcon, Button, TextInput } from "@mantine/core";
import { IconCalendar } from "@tabler/icons-react";
import dynamic from "next/dynamic";
import { type FormEvent, useState } from "react";
import { checkRange } from "@/lib/client/time/check-range";
import { zonedDay } from "@/lib/client/time/zoned-day";
import { formatTimestamp } from "@/lib/shared/time/range-label";
import { isRelativeTime, type RawTimeRange, type TimeRange } from "@/lib/shared/time/time-range";

const RangeCalendar = dynamic(() => import("./range-calendar").then((module) => module.RangeCalendar), {
  ssr: false,
});

interface AbsoluteRangeFormProps {
  raw: RawTimeRange;
  range: TimeRange;
  timeZone: string;
  onApply: (range: RawTimeRange) => void;
}

export function AbsoluteRangeForm({ raw, range, timeZone, onApply }: AbsoluteRangeFormProps) {
  const [from, setFrom] = useState(() => written(raw.from, range.fromMs, timeZone));
  const [to, setTo] = useState(() => written(raw.to, range.toMs, timeZone));
  const [tried, setTried] = useState(false);
  const [calendar, setCalendar] = useState(false);
  const nowMs = Date.now();
  const check = checkRange({ from, to }, nowMs, timeZone);

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (check.range) onApply(check.range);
  }

  const toggle = (
    <ActionIcon
      size={24}
      aria-label="Calendar"
      aria-expanded={calendar}
      onClick={() => setCalendar(!calendar)}
    >
      <IconCalendar size={15} />
    </ActionIcon>
  );
  return (
    <form onSubmit={submit} style={{ display: "flex", flexDirection: "column", gap: 8 }}>
      <TextInput
        label="From"
        value={from}
        rightSection={toggle}
        error={tried ? check.fromProblem : null}
        onChange={(event) => setFrom(event.currentTarget.value)}
        onBlur={() => setTried(true)}
      />
      <TextInput
        label="To"
        value={to}
        error={tried ? check.toProblem : null}
        onChange={(event) => setTo(event.currentTarget.value)}
        onBlur={() => setTried(true)}
      />
      {calendar ? (
        <RangeCalendar
          days={[zonedDay(from, nowMs, timeZone), zonedDay(to, nowMs, timeZone)]}
          today={zonedDay("now", nowMs, timeZone)}
          onChange={(first, last) => {
            setFrom(`${first} 00:00:00`);
            setTo(`${last} 23:59:59`);
          }}
        />
      ) : null}
      <Button type="submit" disabled={tried && check.range === null}>
        Apply range
      </Button>
    </form>
  );
}

function written(text: string, ms: number, timeZone: string): string {
  return isRelativeTime(text) ? text : formatTimestamp(ms, timeZone);
}
