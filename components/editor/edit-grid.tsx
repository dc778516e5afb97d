"use client";

import { useElementSize, useMediaQuery } from "@mantine/hooks";
import {
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useMemo,
  useRef,
} from "react";
import { GridLayout, type Layout } from "react-grid-layout";
import "react-grid-layout/css/styles.css";
import { type GridItem, gridColumns, type PanelItem } from "@/lib/client/dashboards/arrange-grid";
import { type Place, placesOf } from "./apply-layout";
import classes from "./edit-grid.module.css";
import { EditRow } from "./edit-row";
import { type Direction, nudge, stretch } from "./nudge";
import type { EditorCommands } from "./use-editor-commands";

interface EditGridProps {
  items: readonly GridItem[];
  renderPanel: (item: PanelItem) => ReactNode;
  commands: EditorCommands;
}

const directions: Record<string, Direction> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
};

/** Panels that are dragged by their heads, resized at their corners, or moved with the arrow keys once chosen. */
export function EditGrid({ items, renderPanel, commands }: EditGridProps) {
  const narrow = useMediaQuery("(max-width: 47.99em)");
  const { ref, width } = useElementSize();
  const places = useMemo(() => placesOf(items), [items]);
  const layout = useMemo(() => places.map(toLayoutItem), [places]);
  const dragged = useRef(false);
  const commit = (next: Layout, label: string) => commands.place(next.map(toPlace), label);
  const onKeyDown = (event: KeyboardEvent) => {
    const direction = directions[event.key];
    const key = chosenKey(event.target);
    if (!direction || key === null || event.defaultPrevented) return;
    event.preventDefault();
    const change = event.shiftKey ? stretch : nudge;
    commands.place(change(places, key, direction), event.shiftKey ? "Resize panel" : "Move panel");
  };
  // The click that ends a drag would open the menu of the panel's title.
  const onClickCapture = (event: MouseEvent) => {
    if (dragged.current) event.stopPropagation();
    dragged.current = false;
  };
  const draw = (item: GridItem) =>
    item.kind === "row" ? <EditRow item={item} commands={commands} /> : renderPanel(item);
  if (narrow) {
    return (
      <div className={classes.column}>
        {items.map((item) => (
          <div key={item.key} style={lineStyle(item)}>
            {draw(item)}
          </div>
        ))}
      </div>
    );
  }
  return (
    <section
      ref={ref}
      aria-label="Panels"
      className={classes.grid}
      onKeyDown={onKeyDown}
      onClickCapture={onClickCapture}
    >
      {width > 0 ? (
        <GridLayout
          width={width}
          layout={layout}
          gridConfig={{ cols: gridColumns, rowHeight: 30, margin: [8, 8], containerPadding: [0, 0] }}
          dragConfig={{ handle: ".panel-drag-handle", cancel: "a, input, [role=menuitem]", threshold: 4 }}
          resizeConfig={{ handles: ["se"] }}
          onDragStart={() => {
            dragged.current = true;
          }}
          onDragStop={(next) => commit(next, "Move panel")}
          onResizeStop={(next) => commit(next, "Resize panel")}
        >
          {items.map((item) => (
            <div key={item.key} className={classes.item} {...(item.kind === "panel" && choosable(item))}>
              {draw(item)}
              {item.kind === "panel" && item.panel.title === "" ? (
                <div className={`${classes.grip} panel-drag-handle`} />
              ) : null}
            </div>
          ))}
        </GridLayout>
      ) : null}
    </section>
  );
}

function choosable({ key, panel }: PanelItem) {
  return {
    tabIndex: 0,
    role: "group",
    "data-grid-key": key,
    "aria-label": `${panel.title || `Panel ${panel.id}`}: arrows move, Shift and arrows resize`,
  };
}

/** The panel that arrows move: the one in focus, unless the focus is in something of its own arrows. */
function chosenKey(target: EventTarget): string | null {
  if (!(target instanceof HTMLElement) || target.closest("input, textarea, [role=menu], [role=menuitem]"))
    return null;
  return target.closest<HTMLElement>("[data-grid-key]")?.dataset.gridKey ?? null;
}

function lineStyle(item: GridItem): CSSProperties {
  const lines = item.kind === "row" ? 1 : item.gridPos.h;
  return { height: `calc(${lines} * (var(--ps-row-height) + var(--ps-gap)) - var(--ps-gap))` };
}

function toLayoutItem({ key, ...place }: Place) {
  const isRow = key.startsWith("row-");
  return { i: key, ...place, minW: 1, minH: 1, ...(isRow && { isDraggable: false, isResizable: false }) };
}

function toPlace({ i, x, y, w, h }: Layout[number]): Place {
  return { key: i, x, y, w, h };
}
