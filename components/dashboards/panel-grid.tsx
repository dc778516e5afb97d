"use client";

import { IconChevronDown, IconChevronRight } from "@tabler/icons-react";
import { type CSSProperties, memo, type ReactNode, useRef } from "react";
import type { GridItem, PanelItem, RowItem } from "@/lib/client/dashboards/arrange-grid";
import type { GridPos } from "@/lib/shared/dashboards/reading-model";
import { useDashboardRuntime } from "./dashboard-runtime";
import classes from "./panel-grid.module.css";
import { PanelPlaceholder } from "./panel-placeholder";
import { useNearCells } from "./use-near-cells";

interface PanelGridProps {
  items: readonly GridItem[];
  /** Height in grid lines. */
  height: number;
  renderPanel: (item: PanelItem) => ReactNode;
  onToggleRow: (item: RowItem) => void;
}

/** With more than this many, those far from what is seen are placeholders. */
const mostMounted = 100;

/** Grafana's 24 columns; below tablet width one column in reading order. */
export function PanelGrid({ items, height, renderPanel, onToggleRow }: PanelGridProps) {
  const grid = useRef<HTMLDivElement>(null);
  const near = useNearCells(grid, items, items.length > mostMounted);
  const style = { "--grid-lines": height } as CSSProperties;
  return (
    <div ref={grid} className={classes.grid} style={style}>
      {items.map((item) => (
        <Cell key={item.key} {...{ item, near: near.has(item.key), renderPanel, onToggleRow }} />
      ))}
    </div>
  );
}

interface CellProps extends Pick<PanelGridProps, "renderPanel" | "onToggleRow"> {
  item: GridItem;
  near: boolean;
}

const Cell = memo(function Cell({ item, near, renderPanel, onToggleRow }: CellProps) {
  return (
    <div className={classes.item} style={placeStyle(placeOf(item))} data-cell={item.key}>
      {item.kind === "row" ? (
        <RowHead item={item} onToggle={() => onToggleRow(item)} />
      ) : near ? (
        renderPanel(item)
      ) : (
        <PanelPlaceholder item={item} />
      )}
    </div>
  );
});

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
