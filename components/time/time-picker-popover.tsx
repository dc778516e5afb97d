"use client";

import { Popover } from "@mantine/core";
import { StandingTarget } from "@/components/ui/standing-target";
import type { LateOverlay } from "@/components/ui/use-late-overlay";
import { useOpenedAfterMount } from "@/components/ui/use-opened-after-mount";
import { TimePickerPanel, type TimePickerPanelProps } from "./time-picker-panel";

interface TimePickerPopoverProps extends TimePickerPanelProps {
  overlay: LateOverlay;
  anchor: HTMLElement;
}

export function TimePickerPopover({ overlay, anchor, ...panel }: TimePickerPopoverProps) {
  const opened = useOpenedAfterMount(overlay.opened);
  return (
    <Popover opened={opened} onChange={overlay.onChange} position="bottom-end" trapFocus withinPortal>
      <Popover.Target>
        <StandingTarget element={anchor} />
      </Popover.Target>
      <Popover.Dropdown p={0}>{opened ? <TimePickerPanel {...panel} /> : null}</Popover.Dropdown>
    </Popover>
  );
}
