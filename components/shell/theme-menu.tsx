"use client";

import { ActionIcon, Menu, Tooltip, useMantineColorScheme } from "@mantine/core";
import { IconCheck, IconDeviceDesktop, IconHelp, IconMoon, IconSun } from "@tabler/icons-react";
import { useShellStore } from "@/lib/client/shell/shell-store";

const schemes = [
  { value: "dark", label: "Dark", Icon: IconMoon },
  { value: "light", label: "Light", Icon: IconSun },
  { value: "auto", label: "As the system", Icon: IconDeviceDesktop },
] as const;

export function ThemeMenu() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label="Theme">
          <IconMoon size={17} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
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
      </Menu.Dropdown>
    </Menu>
  );
}

export function HelpButton() {
  const openDialog = useShellStore((state) => state.openDialog);
  return (
    <Tooltip label="Keyboard shortcuts (?)">
      <ActionIcon aria-label="Help" onClick={() => openDialog("help")}>
        <IconHelp size={17} />
      </ActionIcon>
    </Tooltip>
  );
}
