"use client";

import { Menu, Tooltip } from "@mantine/core";
import { IconChevronDown, IconRefresh } from "@tabler/icons-react";
import { refreshIntervals } from "@/lib/shared/time/quick-ranges";
import classes from "./time-picker.module.css";

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
  const offered = intervals.length > 0 ? intervals : refreshIntervals;
  const all = value === "" || offered.includes(value) ? offered : [value, ...offered];
  return (
    <div className={classes.group}>
      <Tooltip label="Refresh (d r)">
        <button
          type="button"
          className={classes.button}
          aria-label="Refresh"
          aria-busy={busy}
          onClick={onRefresh}
        >
          <IconRefresh size={15} aria-hidden />
        </button>
      </Tooltip>
      <Menu position="bottom-end">
        <Menu.Target>
          <button
            type="button"
            className={classes.button}
            aria-label={value === "" ? "Automatic refresh: off" : `Automatic refresh: every ${value}`}
          >
            {value === "" ? null : <span>{value}</span>}
            <IconChevronDown size={14} aria-hidden />
          </button>
        </Menu.Target>
        <Menu.Dropdown mah={360} style={{ overflowY: "auto" }}>
          {["", ...all].map((interval) => (
            <Menu.Item
              key={interval}
              aria-current={interval === value}
              fw={interval === value ? 600 : undefined}
              onClick={() => onChange(interval)}
            >
              {interval === "" ? "Off" : interval}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
