"use client";

import { Button, Menu, type MenuProps } from "@mantine/core";
import { IconChevronDown, IconDownload } from "@tabler/icons-react";
import { exportFormats } from "./export-formats";

interface FormatMenuProps extends Pick<MenuProps, "position"> {
  label: string;
  /** Above the formats. */
  heading?: string;
  loading?: boolean;
  onChoose: (format: string) => void;
}

/** A button that opens the formats of an export. */
export function FormatMenu({ label, heading, loading, position, onChoose }: FormatMenuProps) {
  return (
    <Menu width={280} position={position}>
      <Menu.Target>
        <Button
          variant="default"
          loading={loading}
          leftSection={<IconDownload size={15} aria-hidden />}
          rightSection={<IconChevronDown size={14} aria-hidden />}
        >
          {label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {heading ? <Menu.Label>{heading}</Menu.Label> : null}
        {exportFormats.map(({ format, label: name, description }) => (
          <Menu.Item key={format} aria-label={name} onClick={() => onChoose(format)}>
            {name}
            <small style={{ display: "block", color: "var(--ps-dim)" }}>{description}</small>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
