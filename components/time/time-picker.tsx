"use client";

import { IconChevronLeft, IconChevronRight, IconClock, IconZoomOut } from "@tabler/icons-react";
import dynamic from "next/dynamic";
import type { ReactElement } from "react";
import { HoverLabel } from "@/components/ui/hover-label";
import { useLateOverlay } from "@/components/ui/use-late-overlay";
import { rangeLabel } from "@/lib/shared/time/range-label";
import type { RawTimeRange, TimeRange } from "@/lib/shared/time/time-range";
import classes from "./time-picker.module.css";

const load = () => import("./time-picker-popover");
const TimePickerPopover = dynamic(() => load().then((module) => module.TimePickerPopover), { ssr: false });

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
  const overlay = useLateOverlay(load);
  const label = rangeLabel(raw, timeZone);

  function choose(next: RawTimeRange) {
    overlay.onChange(false);
    onChange(next);
  }

  return (
    <div className={classes.group}>
      <StepButton label="Move the range back (t ←)" onClick={() => onShift(-1)}>
        <IconChevronLeft size={16} aria-hidden />
      </StepButton>
      <button
        type="button"
        className={classes.button}
        aria-label={`Time range: ${label}`}
        aria-haspopup="dialog"
        {...overlay.button}
        suppressHydrationWarning
      >
        <IconClock size={15} aria-hidden />
        <span className={classes.text} suppressHydrationWarning>
          {label}
        </span>
      </button>
      {overlay.anchor ? (
        <TimePickerPopover
          overlay={overlay}
          anchor={overlay.anchor}
          raw={raw}
          range={range}
          timeZone={timeZone}
          onChange={choose}
          onTimeZone={onTimeZone}
        />
      ) : null}
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
  children: ReactElement;
}

function StepButton({ label, onClick, children }: StepButtonProps) {
  return (
    <HoverLabel label={label}>
      <button type="button" className={classes.button} aria-label={label} onClick={onClick}>
        {children}
      </button>
    </HoverLabel>
  );
}
