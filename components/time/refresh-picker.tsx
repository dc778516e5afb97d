"use client";

import { IconChevronDown, IconRefresh } from "@tabler/icons-react";
import dynamic from "next/dynamic";
import { HoverLabel } from "@/components/ui/hover-label";
import { useLateOverlay } from "@/components/ui/use-late-overlay";
import { refreshIntervals } from "@/lib/shared/time/quick-ranges";
import classes from "./time-picker.module.css";

const load = () => import("./refresh-menu");
const RefreshMenu = dynamic(() => load().then((module) => module.RefreshMenu), { ssr: false });

interface RefreshPickerProps {
  /** `30s`, or empty when off. */
  value: string;
  /** The dashboard's own choice of intervals; the usual ones when it has none. */
  intervals: readonly string[];
  busy: boolean;
  onChange: (interval: string) => void;
  onRefresh: () => void;
}

export function RefreshPicker({ value, intervals, busy, onChange, onRefresh }: RefreshPickerProps) {
  const overlay = useLateOverlay(load);
  const offered = intervals.length > 0 ? intervals : refreshIntervals;
  const all = value === "" || offered.includes(value) ? offered : [value, ...offered];
  return (
    <div className={classes.group}>
      <HoverLabel label="Refresh (d r)">
        <button
          type="button"
          className={classes.button}
          aria-label="Refresh"
          aria-busy={busy}
          onClick={onRefresh}
        >
          <IconRefresh size={15} aria-hidden />
        </button>
      </HoverLabel>
      <button
        type="button"
        className={classes.button}
        aria-label={value === "" ? "Automatic refresh: off" : `Automatic refresh: every ${value}`}
        aria-haspopup="menu"
        {...overlay.button}
      >
        {value === "" ? null : <span>{value}</span>}
        <IconChevronDown size={14} aria-hidden />
      </button>
      {overlay.anchor ? (
        <RefreshMenu
          value={value}
          intervals={all}
          overlay={overlay}
          anchor={overlay.anchor}
          onChange={onChange}
        />
      ) : null}
    </div>
  );
}
