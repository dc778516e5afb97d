"use client";

import { Menu, type MenuProps } from "@mantine/core";
import type { CSSProperties, ReactNode } from "react";
import { type Anchor, StandingTarget } from "./standing-target";
import type { LateOverlay } from "./use-late-overlay";
import { useOpenedAfterMount } from "./use-opened-after-mount";

interface LateMenuProps extends Pick<MenuProps, "position" | "width"> {
  overlay: Pick<LateOverlay, "opened" | "onChange">;
  anchor: Anchor;
  dropdownStyle?: CSSProperties;
  children: ReactNode;
}

/** A menu on a button that was there before the menu's code. */
export function LateMenu({ overlay, anchor, dropdownStyle, children, ...rest }: LateMenuProps) {
  const opened = useOpenedAfterMount(overlay.opened);
  return (
    <Menu opened={opened} onChange={overlay.onChange} {...rest}>
      <Menu.Target>
        <StandingTarget element={anchor} />
      </Menu.Target>
      <Menu.Dropdown style={dropdownStyle}>{children}</Menu.Dropdown>
    </Menu>
  );
}
