"use client";

import { ActionIcon, TextInput } from "@mantine/core";
import { IconClipboard, IconCopy, IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import { HoverLabel } from "@/components/ui/hover-label";
import { readRecentRanges, rememberRange } from "@/lib/client/time/recent-ranges";
import { quickRanges } from "@/lib/shared/time/quick-ranges";
import { rangeLabel } from "@/lib/shared/time/range-label";
import { isRelativeTime, type RawTimeRange, type TimeRange } from "@/lib/shared/time/time-range";
import { AbsoluteRangeForm } from "./absolute-range-form";
import { copyRange, pasteRange } from "./range-clipboard";
import classes from "./time-picker.module.css";
import { TimeZoneSelect } from "./time-zone-select";

export interface TimePickerPanelProps {
  raw: RawTimeRange;
  range: TimeRange;
  timeZone: string;
  onChange: (range: RawTimeRange) => void;
  onTimeZone: (timeZone: string) => void;
}

export function TimePickerPanel({ raw, range, timeZone, onChange, onTimeZone }: TimePickerPanelProps) {
  const [recent] = useState(() => readRecentRanges(window.localStorage));

  function apply(next: RawTimeRange) {
    if (!isRelativeTime(next.from) || !isRelativeTime(next.to)) rememberRange(window.localStorage, next);
    onChange(next);
  }

  const copied = { raw, timeZone, setRange: apply };
  return (
    <div>
      <div className={classes.body}>
        <div className={classes.absolute}>
          <h2 className={classes.heading}>From and to</h2>
          <AbsoluteRangeForm key={timeZone} raw={raw} range={range} timeZone={timeZone} onApply={apply} />
          {recent.length > 0 ? (
            <div className={classes.recent}>
              <h2 className={classes.heading}>Used last</h2>
              {recent.map((one) => (
                <button
                  key={`${one.from} ${one.to}`}
                  type="button"
                  className={classes.option}
                  onClick={() => onChange(one)}
                >
                  {rangeLabel(one, timeZone)}
                </button>
              ))}
            </div>
          ) : null}
        </div>
        <QuickRanges raw={raw} timeZone={timeZone} onChange={onChange} />
      </div>
      <div className={classes.zone}>
        <HoverLabel label="Copy the range (t c)">
          <ActionIcon aria-label="Copy the range" onClick={() => copyRange(copied)}>
            <IconCopy size={15} />
          </ActionIcon>
        </HoverLabel>
        <HoverLabel label="Paste a range (t v)">
          <ActionIcon aria-label="Paste a range" onClick={() => pasteRange(copied)}>
            <IconClipboard size={15} />
          </ActionIcon>
        </HoverLabel>
        <TimeZoneSelect value={timeZone} onChange={onTimeZone} />
      </div>
    </div>
  );
}

function QuickRanges({
  raw,
  timeZone,
  onChange,
}: Pick<TimePickerPanelProps, "raw" | "timeZone" | "onChange">) {
  const [search, setSearch] = useState("");
  const wanted = search.trim().toLowerCase();
  const found = quickRanges
    .map((range) => ({ range, label: rangeLabel(range, timeZone) }))
    .filter(({ range, label }) => label.toLowerCase().includes(wanted) || range.from.includes(wanted));
  return (
    <div className={classes.quick}>
      <div className={classes.search}>
        <TextInput
          data-autofocus
          aria-label="Search ranges"
          placeholder="Search ranges"
          leftSection={<IconSearch size={14} aria-hidden />}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
          onKeyDown={(event) => {
            const first = found[0];
            if (event.key === "Enter" && first) onChange(first.range);
          }}
        />
      </div>
      <div className={classes.list}>
        {found.map(({ range, label }) => (
          <button
            key={label}
            type="button"
            className={classes.option}
            aria-pressed={range.from === raw.from && range.to === raw.to}
            onClick={() => onChange(range)}
          >
            {label}
          </button>
        ))}
        {found.length === 0 ? <div className={classes.option}>No range is named so.</div> : null}
      </div>
    </div>
  );
}
