"use client";

import { IconUser } from "@tabler/icons-react";
import dynamic from "next/dynamic";
import { IconButton } from "@/components/ui/icon-button";
import { useLateOverlay } from "@/components/ui/use-late-overlay";
import type { ShellUser } from "./console-shell";

const load = () => import("./user-menu-items");
const UserMenuItems = dynamic(() => load().then((module) => module.UserMenuItems), { ssr: false });

export function UserMenu({ user }: { user: ShellUser }) {
  const overlay = useLateOverlay(load);
  return (
    <>
      <IconButton aria-label={`Signed in as ${user.email}`} aria-haspopup="menu" {...overlay.button}>
        <IconUser size={17} />
      </IconButton>
      {overlay.anchor ? <UserMenuItems user={user} overlay={overlay} anchor={overlay.anchor} /> : null}
    </>
  );
}
