"use client";

import { useElementSize, useMediaQuery } from "@mantine/hooks";
import { type ReactNode, useMemo } from "react";
import { GridLayout, type Layout } from "react-grid-layout";
import "react-grid-layout/css/styles.css";
import { PanelGrid, RowHead } from "@/components/dashboards/panel-grid";
import {
  type GridItem,
  gridColumns,
  type PanelItem,
  type RowItem,
} from "@/lib/client/dashboards/arrange-grid";
import { placePanels } from "@/lib/shared/dashboards/edit/panels";
import { useDraftStore } from "./draft-context";
import classes from "./edit-grid.module.css";

interface EditGridProps {
  items: readonly GridItem[];
  height: number;
  renderPanel: (item: PanelItem) => ReactNode;
  onToggleRow: (item: RowItem) => void;
}

/** The grid with panels that can be dragged by their heads and resized at their corners; on a phone it is only read. */
export function EditGrid(props: EditGridProps) {
  const { items, renderPanel, onToggleRow } = props;
  const narrow = useMediaQuery("(max-width: 47.99em)");
  const { ref, width } = useElementSize();
  const store = useDraftStore();
  const layout = useMemo(() => items.map(toLayoutItem), [items]);
  const commit = (next: Layout) => {
    const byKey = new Map(items.map((item) => [item.key, item]));
    const places = next.flatMap(({ i, x, y, w, h }) => {
      const item = byKey.get(i);
      return item ? [{ path: pathOf(item), gridPos: { x, y, w, h } }] : [];
    });
    store.getState().change("Move panels", (document) => placePanels(document, places));
  };
  if (narrow) return <PanelGrid {...props} />;
  return (
    <div ref={ref} className={classes.grid}>
      {width > 0 ? (
        <GridLayout
          width={width}
          layout={layout}
          gridConfig={{ cols: gridColumns, rowHeight: 30, margin: [8, 8], containerPadding: [0, 0] }}
          dragConfig={{ handle: ".panel-drag-handle", cancel: "a, input, [role=menuitem]", threshold: 4 }}
          resizeConfig={{ handles: ["se"] }}
          onDragStop={commit}
          onResizeStop={commit}
        >
          {items.map((item) => (
            <div key={item.key} className={classes.item}>
              {item.kind === "row" ? (
                <RowHead item={item} onToggle={() => onToggleRow(item)} />
              ) : (
                renderPanel(item)
              )}
            </div>
          ))}
        </GridLayout>
      ) : null}
    </div>
  );
}

function pathOf(item: GridItem) {
  return item.kind === "row" ? item.row.path : item.panel.path;
}

function toLayoutItem(item: GridItem) {
  if (item.kind === "row")
    return { i: item.key, x: 0, y: item.y, w: gridColumns, h: 1, isDraggable: false, isResizable: false };
  return { i: item.key, ...item.gridPos, minW: 1, minH: 1 };
}
