"use client";

import { IconChevronDown } from "@tabler/icons-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { TextButton } from "@/components/ui/text-button";
import { useLateOverlay } from "@/components/ui/use-late-overlay";
import { type NewDashboardProps, NewDialog } from "./new-dialog";
import type { NewKind } from "./new-menu-items";

const load = () => import("./new-menu-items");
const NewMenuItems = dynamic(() => load().then((module) => module.NewMenuItems), { ssr: false });
export function NewDashboardMenu(props: NewDashboardProps) {
  const [open, setOpen] = useState<NewKind | null>(null);
  const overlay = useLateOverlay(load);
  return (
    <>
      <TextButton aria-haspopup="menu" {...overlay.button}>
        New
        <IconChevronDown size={14} aria-hidden />
      </TextButton>
      {overlay.anchor ? <NewMenuItems overlay={overlay} anchor={overlay.anchor} onOpen={setOpen} /> : null}
      <NewDialog kind={open} {...props} onClose={() => setOpen(null)} />
    </>
  );
}
