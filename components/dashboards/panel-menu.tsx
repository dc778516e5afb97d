"use client";

import { IconDotsVertical } from "@tabler/icons-react";
import dynamic from "next/dynamic";
import { useRef, useState } from "react";
import { IconButton } from "@/components/ui/icon-button";
import type { MenuControl } from "./panel-frame";

const load = () => import("./panel-menu-items");
const PanelMenuItems = dynamic(() => load().then((module) => module.PanelMenuItems), { ssr: false });

export interface PanelActions {
  view: () => void;
  viewed: boolean;
  /** Null for who may not edit. */
  editHref: string | null;
  /** Null for what is no chart. */
  toggleTable: (() => void) | null;
  asTable: boolean;
  /** Null where there are no queries, or for who may not write any. */
  explore: (() => void) | null;
  /** Null for who may not edit. */
  copy: (() => void) | null;
  inspect: () => void;
  share: () => void;
  exportCsv: () => void;
  links: readonly { title: string; href: string; newTab: boolean }[];
}

interface PanelMenuProps {
  title: string;
  control: MenuControl;
  actions: PanelActions;
}

export function PanelMenu({ title, control, actions }: PanelMenuProps) {
  const button = useRef<HTMLButtonElement>(null);
  const [used, setUsed] = useState(false);
  if (control.opened && !used) setUsed(true);
  return (
    <>
      <IconButton
        ref={button}
        small
        aria-label={`Menu of ${title || "the panel"}`}
        aria-haspopup="menu"
        aria-expanded={control.opened}
        onMouseEnter={() => void load()}
        onClick={() => control.onChange(!control.opened)}
      >
        <IconDotsVertical size={15} />
      </IconButton>
      {used ? <PanelMenuItems control={control} anchor={button} actions={actions} /> : null}
    </>
  );
}
