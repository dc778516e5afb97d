"use client";

import { Menu, type MenuProps } from "@mantine/core";
import { LateMenu } from "@/components/ui/late-menu";
import type { LateOverlay } from "@/components/ui/use-late-overlay";
import { exportFormats } from "./export-formats";

interface FormatMenuItemsProps extends Pick<MenuProps, "position"> {
  overlay: LateOverlay;
  anchor: HTMLElement;
  heading?: string;
  onChoose: (format: string) => void;
}

export function FormatMenuItems({ heading, onChoose, ...menu }: FormatMenuItemsProps) {
  return (
    <LateMenu {...menu} width={280}>
      {heading ? <Menu.Label>{heading}</Menu.Label> : null}
      {exportFormats.map(({ format, label: name, description }) => (
        <Menu.Item key={format} aria-label={name} onClick={() => onChoose(format)}>
          {name}
          <small style={{ display: "block", color: "var(--ps-dim)" }}>{description}</small>
        </Menu.Item>
      ))}
    </LateMenu>
  );
}
