"use client";

import { ActionIcon, Menu, Text } from "@mantine/core";
import { IconLogout, IconUser } from "@tabler/icons-react";
import { signOut } from "@/lib/client/auth/sign-out";
import type { ShellUser } from "./console-shell";

export function UserMenu({ user }: { user: ShellUser }) {
  return (
    <Menu position="bottom-end" width={232}>
      <Menu.Target>
        <ActionIcon aria-label={`Signed in as ${user.email}`}>
          <IconUser size={17} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {user.name ? (
            <Text size="sm" c="var(--ps-text)" truncate>
              {user.name}
            </Text>
          ) : null}
          <Text size="xs" truncate>
            {user.email}
          </Text>
          {user.platformAdmin ? <Text size="xs">Platform administrator</Text> : null}
        </Menu.Label>
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={15} aria-hidden />} onClick={() => void signOut()}>
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
