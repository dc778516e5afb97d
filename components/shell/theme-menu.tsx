"use client";

import { IconHelp, IconMoon } from "@tabler/icons-react";
import dynamic from "next/dynamic";
import { HoverLabel } from "@/components/ui/hover-label";
import { IconButton } from "@/components/ui/icon-button";
import { useLateOverlay } from "@/components/ui/use-late-overlay";
import { useShellStore } from "@/lib/client/shell/shell-store";

const load = () => import("./theme-menu-items");
const ThemeMenuItems = dynamic(() => load().then((module) => module.ThemeMenuItems), { ssr: false });

export function ThemeMenu() {
  const overlay = useLateOverlay(load);
  return (
    <>
      <IconButton aria-label="Theme" aria-haspopup="menu" {...overlay.button}>
        <IconMoon size={17} />
      </IconButton>
      {overlay.anchor ? <ThemeMenuItems overlay={overlay} anchor={overlay.anchor} /> : null}
    </>
  );
}

export function HelpButton() {
  const openDialog = useShellStore((state) => state.openDialog);
  return (
    <HoverLabel label="Keyboard shortcuts (?)">
      <IconButton aria-label="Help" onClick={() => openDialog("help")}>
        <IconHelp size={17} />
      </IconButton>
    </HoverLabel>
  );
}
