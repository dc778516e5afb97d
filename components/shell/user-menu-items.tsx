"use client";

import { Menu, Text } from "@mantine/core";
import { IconKey, IconLogout } from "@tabler/icons-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { LateMenu } from "@/components/ui/late-menu";
import type { LateOverlay } from "@/components/ui/use-late-overlay";
import { signOut } from "@/lib/client/auth/sign-out";
import type { ShellUser } from "./console-shell";

const AccountDialog = dynamic(() => import("./account-dialog").then((m) => m.AccountDialog), { ssr: false });

interface UserMenuItemsProps {
  user: ShellUser;
  overlay: LateOverlay;
  anchor: HTMLElement;
}

export function UserMenuItems({ user, overlay, anchor }: UserMenuItemsProps) {
  const [account, setAccount] = useState(false);
  return (
    <>
      <LateMenu overlay={overlay} anchor={anchor} position="bottom-end" width={232}>
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
        <Menu.Item leftSection={<IconKey size={15} aria-hidden />} onClick={() => setAccount(true)}>
          Account
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={15} aria-hidden />} onClick={() => void signOut()}>
          Sign out
        </Menu.Item>
      </LateMenu>
      {account ? <AccountDialog email={user.email} onClose={() => setAccount(false)} /> : null}
    </>
  );
}
