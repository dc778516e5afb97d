"use client";

import { ActionIcon, Portal } from "@mantine/core";
import { useClipboard } from "@mantine/hooks";
import {
  IconCheck,
  IconCopy,
  IconExternalLink,
  IconMessagePlus,
  IconPencil,
  IconX,
} from "@tabler/icons-react";
import dynamic from "next/dynamic";
import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { useOptionalRuntime } from "@/components/dashboards/dashboard-runtime";
import type { FieldLink } from "@/lib/shared/panels/fields/field-links";
import type { ChartPin } from "./chart-pin";
import classes from "./pinned-tooltip.module.css";
import { type TooltipContent, tooltipPlace } from "./tooltip-node";

const SeriesFilters = dynamic(
  () => import("@/components/dashboards/series-filters").then((module) => module.SeriesFilters),
  { ssr: false },
);

interface PinnedTooltipProps {
  pin: ChartPin;
  onClose: () => void;
}

/** The tooltip of a pressed place: it stays, holds every row, and offers what can be done with the sample. */
export function PinnedTooltip({ pin, onClose }: PinnedTooltipProps) {
  const { content, series } = pin;
  const [box, setBox] = useState<HTMLDialogElement | null>(null);
  const [place, setPlace] = useState({ left: 0, top: 0 });
  useLayoutEffect(() => {
    if (!box) return;
    const { left, top } = tooltipPlace(box, pin.x, pin.y);
    setPlace({ left: left + window.scrollX, top: top + window.scrollY });
    box.querySelector("button")?.focus({ preventScroll: true });
  }, [pin, box]);
  useEffect(() => {
    const press = ({ target }: PointerEvent) => {
      if (target instanceof Node && !box?.contains(target)) onClose();
    };
    document.addEventListener("pointerdown", press, true);
    window.addEventListener("resize", onClose);
    return () => {
      document.removeEventListener("pointerdown", press, true);
      window.removeEventListener("resize", onClose);
    };
  }, [box, onClose]);
  return (
    <Portal>
      <dialog
        open
        ref={setBox}
        className={classes.box}
        style={place}
        aria-label={content.title || "Pinned values"}
        onKeyDown={(event) => event.key === "Escape" && onClose()}
      >
        <div className={classes.head}>
          <strong>{content.title}</strong>
          <ActionIcon size={24} aria-label="Close" onClick={onClose}>
            <IconX size={15} />
          </ActionIcon>
          <CopyValues content={content} />
        </div>
        <Rows content={content} onClose={onClose} />
        {content.picture ? <Picture picture={content.picture} /> : null}
        {series ? (
          <>
            <Links links={series.links} />
            <SeriesFilters labels={series.labels} onDone={onClose} />
          </>
        ) : null}
        <AddAnnotation pin={pin} onClose={onClose} />
      </dialog>
    </Portal>
  );
}

/** Where annotations may be written on this page. */
function AddAnnotation({ pin: { atMs, panelId }, onClose }: PinnedTooltipProps) {
  const hands = useOptionalRuntime()?.marks.hands;
  if (!hands || atMs === undefined) return null;
  const add = () => {
    onClose();
    hands.add({ panelId: panelId ?? null, fromMs: atMs, toMs: atMs });
  };
  return (
    <button type="button" className={classes.action} onClick={add}>
      <IconMessagePlus size={15} aria-hidden />
      Add annotation
    </button>
  );
}

function Rows({ content: { rows, more }, onClose }: { content: TooltipContent; onClose: () => void }) {
  const hands = useOptionalRuntime()?.marks.hands;
  const edit = (id: string) => {
    onClose();
    hands?.edit(id);
  };
  return (
    <table className={classes.rows}>
      <tbody>
        {rows.map(({ color, name, value, strong, id }, index) => (
          <tr key={rowKey(rows, index)} data-strong={strong || undefined}>
            <th scope="row">
              {color === null ? null : <span className={classes.swatch} style={{ background: color }} />}
              {name}
              {id !== undefined && hands ? (
                <ActionIcon size={24} aria-label={`Edit ${name}`} onClick={() => edit(id)}>
                  <IconPencil size={14} />
                </ActionIcon>
              ) : null}
            </th>
            <td>{value}</td>
          </tr>
        ))}
        {more > 0 ? (
          <tr>
            <td colSpan={2}>and {more} more</td>
          </tr>
        ) : null}
      </tbody>
    </table>
  );
}

/** Names may stand twice. */
function rowKey(rows: TooltipContent["rows"], index: number): string {
  const { name = "" } = rows[index] ?? {};
  return `${name} ${rows.slice(0, index).filter((row) => row.name === name).length}`;
}

function Picture({ picture }: { picture: Element }) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => place.current?.replaceChildren(picture), [picture]);
  return <div ref={place} />;
}

function Links({ links }: { links: FieldLink[] }) {
  if (links.length === 0) return null;
  return (
    <ul className={classes.links} aria-label="Links">
      {links.map(({ title, url, newTab }) => (
        <li key={`${title} ${url}`}>
          <a href={url} {...(newTab ? { target: "_blank", rel: "noreferrer" } : {})}>
            {title}
            {newTab ? <IconExternalLink size={13} aria-label="(new tab)" /> : null}
          </a>
        </li>
      ))}
    </ul>
  );
}

function CopyValues({ content: { title, rows } }: { content: TooltipContent }) {
  const clipboard = useClipboard({ timeout: 4_000 });
  const text = [title, ...rows.map(({ name, value }) => `${name}\t${value}`)].join("\n");
  return (
    <ActionIcon
      size={24}
      aria-label={clipboard.copied ? "Copied" : "Copy values"}
      onClick={() => clipboard.copy(text)}
    >
      {clipboard.copied ? <IconCheck size={15} /> : <IconCopy size={15} />}
    </ActionIcon>
  );
}
