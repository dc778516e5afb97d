"use client";

import dynamic from "next/dynamic";
import { useShellStore } from "@/lib/client/shell/shell-store";
import type { ShellTenant } from "./console-shell";

const CommandPalette = dynamic(() => import("./command-palette").then((module) => module.CommandPalette), {
  ssr: false,
});
const HelpDialog = dynamic(() => import("./help-dialog").then((module) => module.HelpDialog), { ssr: false });

interface ShellDialogsProps {
  tenant: ShellTenant | null;
  tenants: readonly ShellTenant[];
  platformAdmin: boolean;
}

/** Loaded when first asked for: neither is part of the first paint. */
export function ShellDialogs(props: ShellDialogsProps) {
  const dialog = useShellStore((state) => state.dialog);
  const closeDialog = useShellStore((state) => state.closeDialog);
  if (dialog === "palette") return <CommandPalette {...props} onClose={closeDialog} />;
  if (dialog === "help") return <HelpDialog onClose={closeDialog} />;
  return null;
}
