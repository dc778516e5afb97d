"use client";

import { IconDotsVertical } from "@tabler/icons-react";
import dynamic from "next/dynamic";
import { IconButton } from "@/components/ui/icon-button";
import { useLateOverlay } from "@/components/ui/use-late-overlay";
import type { DashboardSummary } from "@/lib/shared/dashboards/dashboard";
import type { Role } from "@/lib/shared/tenants/roles";
import type { ListDialog } from "./list-dialogs";

const load = () => import("./row-menu-items");
const RowMenuItems = dynamic(() => load().then((module) => module.RowMenuItems), { ssr: false });

export interface RowMenuProps {
  tenant: string;
  role: Role;
  item: DashboardSummary;
  onDialog: (dialog: ListDialog) => void;
}

export function RowMenu(props: RowMenuProps) {
  const overlay = useLateOverlay(load);
  return (
    <>
      <IconButton small aria-label={`Menu of ${props.item.title}`} aria-haspopup="menu" {...overlay.button}>
        <IconDotsVertical size={15} />
      </IconButton>
      {overlay.anchor ? <RowMenuItems {...props} overlay={overlay} anchor={overlay.anchor} /> : null}
    </>
  );
}
