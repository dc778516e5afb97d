"use client";

import { useState } from "react";
import { LinkMenu } from "@/components/panels/link-menu";
import styles from "./chart.module.css";
import type { ChartLinks } from "./chart-kind";

interface LinkPopupProps {
  found: ChartLinks;
  x: number;
  y: number;
  onClose: () => void;
}

/** The links of a pressed sample, where it was pressed. */
export function LinkPopup({ found, x, y, onClose }: LinkPopupProps) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  return (
    <>
      <span ref={setAnchor} className={styles.pressed} style={{ left: x, top: y }} />
      {anchor ? (
        <LinkMenu
          key={`${x} ${y}`}
          label={found.label}
          links={found.links}
          opened
          onChange={(opened) => !opened && onClose()}
          anchor={anchor}
        />
      ) : null}
    </>
  );
}
