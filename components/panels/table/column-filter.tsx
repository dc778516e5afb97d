"use client";

import { Popover, TextInput } from "@mantine/core";
import { StandingTarget } from "@/components/ui/standing-target";
import type { LateOverlay } from "@/components/ui/use-late-overlay";
import { useOpenedAfterMount } from "@/components/ui/use-opened-after-mount";

interface ColumnFilterProps {
  name: string;
  value: string;
  onChange: (text: string) => void;
  overlay: LateOverlay;
  anchor: HTMLElement;
}

export function ColumnFilter({ name, value, onChange, overlay, anchor }: ColumnFilterProps) {
  const opened = useOpenedAfterMount(overlay.opened);
  return (
    <Popover opened={opened} onChange={overlay.onChange} trapFocus withArrow>
      <Popover.Target>
        <StandingTarget element={anchor} />
      </Popover.Target>
      <Popover.Dropdown>
        <TextInput
          label={`${name} contains`}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
          data-autofocus
        />
      </Popover.Dropdown>
    </Popover>
  );
}
