"use client";

import { Menu } from "@mantine/core";
import { LateMenu } from "@/components/ui/late-menu";
import type { LateOverlay } from "@/components/ui/use-late-overlay";

interface RefreshMenuProps {
  value: string;
  intervals: readonly string[];
  overlay: LateOverlay;
  anchor: HTMLElement;
  onChange: (interval: string) => void;
}

export function RefreshMenu({ value, intervals, overlay, anchor, onChange }: RefreshMenuProps) {
  return (
    <LateMenu
      overlay={overlay}
      anchor={anchor}
      position="bottom-end"
      dropdownStyle={{ maxHeight: 360, overflowY: "auto" }}
    >
      {["", ...intervals].map((interval) => (
        <Menu.Item
          key={interval}
          aria-current={interval === value}
          fw={interval === value ? 600 : undefined}
          onClick={() => onChange(interval)}
        >
          {interval === "" ? "Off" : interval}
        </Menu.Item>
      ))}
    </LateMenu>
  );
}
