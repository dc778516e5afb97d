"use client";

import { IconArrowsMinimize } from "@tabler/icons-react";
import { IconButton } from "@/components/ui/icon-button";
import classes from "./leave-kiosk.module.css";

/** The way out for who has no Escape key, and for who finds it by Tab. */
export function LeaveKiosk({ onLeave }: { onLeave: () => void }) {
  return (
    <div className={classes.leave}>
      <IconButton aria-label="Leave kiosk mode" onClick={onLeave}>
        <IconArrowsMinimize size={17} aria-hidden />
      </IconButton>
    </div>
  );
}
