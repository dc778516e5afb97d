"use client";

import { Menu } from "@mantine/core";
import { IconExternalLink } from "@tabler/icons-react";
import { StandingTarget } from "@/components/ui/standing-target";
import { useOpenedAfterMount } from "@/components/ui/use-opened-after-mount";
import type { FieldLink } from "@/lib/shared/panels/fields/field-links";

interface LinkMenuProps {
  /** What the links belong to, where that cannot be seen. */
  label?: string;
  links: FieldLink[];
  opened: boolean;
  onChange: (opened: boolean) => void;
  anchor: HTMLElement;
}

/** The data links of one value, at the element that was pressed. */
export function LinkMenu({ label, links, opened, onChange, anchor }: LinkMenuProps) {
  const shown = useOpenedAfterMount(opened);
  return (
    <Menu opened={shown} onChange={onChange} withArrow shadow="md">
      <Menu.Target>
        <StandingTarget element={anchor} />
      </Menu.Target>
      <Menu.Dropdown>
        {label ? <Menu.Label>{label}</Menu.Label> : null}
        {links.map((link) => (
          <Menu.Item
            key={`${link.title} ${link.url}`}
            component="a"
            href={link.url}
            leftSection={link.newTab ? <IconExternalLink size={14} aria-hidden /> : null}
            {...(link.newTab ? { target: "_blank", rel: "noreferrer" } : {})}
          >
            {link.title}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
