"use client";

import { Menu } from "@mantine/core";
import { exportFormats } from "./export-formats";

/** One item a format, for a menu. */
export function FormatItems({ onChoose }: { onChoose: (format: string) => void }) {
  return exportFormats.map(({ format, label, description }) => (
    <Menu.Item key={format} aria-label={label} onClick={() => onChoose(format)}>
      {label}
      <small style={{ display: "block", color: "var(--ps-dim)" }}>{description}</small>
    </Menu.Item>
  ));
}
