"use client";

import { Popover, Tooltip } from "@mantine/core";
import { IconChevronLeft, IconChevronRight, IconClock, IconZoomOut } from "@tabler/icons-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { rangeLabel } from "@/lib/shared/time/range-label";
import type { RawTimeRange, TimeRange } from "@/lib/shared/time/time-range";
import classes from "./time-picker.module.css";

const TimePickerPanel = dynamic(
  () => import("./time-picker-panel").then((module) => module.TimePickerPanel),
  {
    ssr: false,
  },
);

interface TimePickerProps {
  raw: RawTimeRange;
  range: TimeRange;
  timeZone: string;
  onChange: (range: RawTimeRange) => void;
  onTimeZone: (timeZone: string) => void;
  onShift: (direction: -1 | 1) => void;
  onZoomOut: () => void;
}

export function TimePicker({
  raw,
  range,
  timeZone,
  onChange,
  onTimeZone,
  onShift,
  onZoomOut,
}: TimePickerProps) {
  const [opened, setOpened] = useState(false);
  const label = rangeLabel(raw, timeZone);

  function choose(next: RawTimeRange) {
    setOpened(false);
    onChange(next);
  }

  return (
    <div className={classes.group}>
      <StepButton label="Move the range back (t ←)" onClick={() => onShift(-1)}>
        <IconChevronLeft size={16} aria-hidden />
      </StepButton>
      <Popover opened={opened} onChange={setOpened} position="bottom-end" trapFocus withinPortal>
        <Popover.Target>
          <button
            type="button"
            className={classes.button}
            aria-label={`Time range: ${label}`}
            aria-expanded={opened}
            onClick={() => setOpened(!opened)}
            suppressHydrationWarning
          >
            <IconClock size={15} aria-hidden />
            <span className={classes.text} suppressHydrationWarning>
              {label}
            </span>
          </button>
        </Popover.Target>
        <Popover.Dropdown p={0}>
          {opened ? (
            <TimePickerPanel
              raw={raw}
              range={range}
              timeZone={timeZone}
              onChange={choose}
              onTimeZone={onTimeZone}
            />
          ) : null}
        </Popover.Dropdown>
      </Popover>
      <StepButton label="Move the range forward (t →)" onClick={() => onShift(1)}>
        <IconChevronRight size={16} aria-hidden />
      </StepButton>
      <StepButton label="Zoom out (t z)" onClick={onZoomOut}>
        <IconZoomOut size={16} aria-hidden />
      </StepButton>
    </div>
  );
}

interface StepButtonProps {
  label: string;
  onClick: () => void;
  children: React.ReactNode;
}

function StepButton({ label, onClick, children }: StepButtonProps) {
  return (
    <Tooltip label={label}>
      <button type="button" className={classes.button} aria-label={label} onClick={onClick}>
        {children}
      </button>
    </Tooltip>
  );
}
