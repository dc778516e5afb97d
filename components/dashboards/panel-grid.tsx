"use client";

import { IconChevronDown, IconChevronRight } from "@tabler/icons-react";
import type { CSSProperties, ReactNode } from "react";
import type { GridItem, PanelItem, RowItem } from "@/lib/client/dashboards/arrange-grid";
import type { GridPos } from "@/lib/shared/dashboards/reading-model";
import { useDashboardRuntime } from "./dashboard-runtime";
import classes from "./panel-grid.module.css";

interface PanelGridProps {
  items: readonly GridItem[];
  /** Height in grid lines. */
  height: number;
  renderPanel: (item: PanelItem) => ReactNode;
  onToggleRow: (item: RowItem) => void;
}

/** Grafana's 24 columns; below tablet width one column in reading order. */
export function PanelGrid({ items, height, renderPanel, onToggleRow }: PanelGridProps) {
  const style = { "--grid-lines": height } as CSSProperties;
  return (
    <div className={classes.grid} style={style}>
      {items.map((item) => (
        <div key={item.key} className={classes.item} style={placeStyle(placeOf(item))}>
          {item.kind === "row" ? (
            <RowHead item={item} onToggle={() => onToggleRow(item)} />
          ) : (
            renderPanel(item)
          )}
        </div>
      ))}
    </div>
  );
}

export function RowHead({ item, onToggle }: { item: RowItem; onToggle: () => void }) {
  const { titleOf } = useDashboardRuntime();
  const title = titleOf(item.row.title, item.scopedVariables) || "Row";
  return (
    <button
      type="button"
      className={classes.rowHead}
      aria-expanded={!item.collapsed}
      data-row-id={item.row.id}
      onClick={onToggle}
    >
      {item.collapsed ? (
        <IconChevronRight size={16} aria-hidden />
      ) : (
        <IconChevronDown size={16} aria-hidden />
      )}
      {title}
      {item.collapsed ? <PanelCount count={item.panelCount} /> : null}
    </button>
  );
}

function PanelCount({ count }: { count: number }) {
  return <span className={classes.rowCount}>{count === 1 ? "1 panel" : `${count} panels`}</span>;
}

function placeOf(item: GridItem): GridPos {
  return item.kind === "row" ? { x: 0, y: item.y, w: 24, h: 1 } : item.gridPos;
}

function placeStyle({ x, y, w, h }: GridPos): CSSProperties {
  return { "--x": x, "--y": y, "--w": w, "--h": h } as CSSProperties;
}
