"use client";

import { type DrawerProps, Drawer as MantineDrawer } from "@mantine/core";
import { useReturnedFocus } from "./use-returned-focus";

/** A drawer that is mounted while it is open. */
export function Drawer(props: DrawerProps) {
  useReturnedFocus();
  return <MantineDrawer {...props} />;
}
