"use client";

import { Menu, useMantineColorScheme } from "@mantine/core";
import { IconCheck, IconDeviceDesktop, IconMoon, IconSun } from "@tabler/icons-react";
import { LateMenu } from "@/components/ui/late-menu";
import type { LateOverlay } from "@/components/ui/use-late-overlay";

const schemes = [
  { value: "dark", label: "Dark", Icon: IconMoon },
  { value: "light", label: "Light", Icon: IconSun },
  { value: "auto", label: "As the system", Icon: IconDeviceDesktop },
] as const;

export function ThemeMenuItems({ overlay, anchor }: { overlay: LateOverlay; anchor: HTMLElement }) {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <LateMenu overlay={overlay} anchor={anchor} position="bottom-end">
      {schemes.map(({ value, label, Icon }) => (
        <Menu.Item
          key={value}
          leftSection={<Icon size={15} aria-hidden />}
          rightSection={colorScheme === value ? <IconCheck size={15} aria-label="chosen" /> : null}
          onClick={() => setColorScheme(value)}
        >
          {label}
        </Menu.Item>
      ))}
    </LateMenu>
  );
}
