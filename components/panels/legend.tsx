"use client";

import { type MouseEvent, useMemo, useState } from "react";
import { chooseSeries } from "@/lib/shared/panels/legend/choose-series";
import { type LegendEntry, sortEntries } from "@/lib/shared/panels/legend/legend-entries";
import type { LegendOptions } from "@/lib/shared/panels/legend/legend-options";
import classes from "./legend.module.css";

interface LegendProps {
  entries: LegendEntry[];
  options: LegendOptions;
  hidden: ReadonlySet<string>;
  onHiddenChange: (hidden: Set<string>) => void;
  /** The entry under the pointer or with focus; null when none. */
  onHover?: (key: string | null) => void;
}

/** Names, colours and calculations of the series. A click shows only one, Ctrl or Shift with it adds and removes. */
export function Legend({ entries, options, hidden, onHiddenChange, onHover }: LegendProps) {
  const [search, setSearch] = useState("");
  const found = useFoundEntries(entries, search);
  const choose = (key: string, event: MouseEvent) => {
    const add = event.ctrlKey || event.metaKey || event.shiftKey;
    const keys = entries.map((entry) => entry.key);
    onHiddenChange(chooseSeries(keys, hidden, key, add));
  };
  const rows = { entries: found, hidden, choose, onHover };
  const list =
    options.displayMode === "table" ? (
      <LegendTable {...rows} options={options} />
    ) : (
      <LegendList {...rows} placement={options.placement} />
    );
  if (entries.length < leastForSearch) return list;
  return (
    <>
      <input
        type="search"
        className={classes.search}
        aria-label="Search series"
        placeholder={`Search ${entries.length} series`}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      {list}
    </>
  );
}

/** From so many on, looking through them takes longer than typing. */
const leastForSearch = 16;

function useFoundEntries(entries: LegendEntry[], search: string): LegendEntry[] {
  return useMemo(() => {
    const wanted = search.trim().toLowerCase();
    return wanted === "" ? entries : entries.filter(({ label }) => label.toLowerCase().includes(wanted));
  }, [entries, search]);
}

function LegendList({ placement, ...rows }: Rows & Pick<LegendOptions, "placement">) {
  const { entries } = rows;
  const [left, right] = [entries.filter((entry) => !entry.onRight), entries.filter((entry) => entry.onRight)];
  const apart = placement === "bottom" && right.length > 0;
  return (
    <ul className={classes.list} data-placement={placement} aria-label="Legend">
      <ListItems entries={apart ? left : entries} rows={rows} />
      {apart ? (
        <li className={classes.far}>
          <ul className={classes.list}>
            <ListItems entries={right} rows={rows} />
          </ul>
        </li>
      ) : null}
    </ul>
  );
}

function ListItems({ entries, rows }: { entries: LegendEntry[]; rows: Rows }) {
  return entries.map((entry) => (
    <li key={entry.key}>
      <EntryButton entry={entry} rows={rows} />
      {entry.values.map((value) => (
        <span key={value.id} className={classes.value}>
          {value.title ? `${value.title}: ` : ""}
          {value.text}
        </span>
      ))}
    </li>
  ));
}

interface Rows {
  entries: LegendEntry[];
  hidden: ReadonlySet<string>;
  choose: (key: string, event: MouseEvent) => void;
  onHover?: (key: string | null) => void;
}

function LegendTable({ options, ...rows }: Rows & { options: LegendOptions }) {
  const [sort, setSort] = useState<{ by: string; descending: boolean } | null>(null);
  const by = sort?.by ?? options.sortBy ?? "";
  const descending = sort?.descending ?? options.sortDesc;
  const entries = sort ? sortEntries(rows.entries, sort.by, sort.descending) : rows.entries;
  const heads = [{ id: "name", title: "Name" }, ...(rows.entries[0]?.values ?? [])];
  const press = (id: string) => {
    if (by !== id) setSort({ by: id, descending: id !== "name" });
    else setSort({ by: id, descending: !descending });
  };
  return (
    <table className={classes.table} aria-label="Legend">
      <thead>
        <tr>
          {heads.map(({ id, title }) => {
            const active = by === id || by === title;
            return (
              <th
                key={id}
                scope="col"
                aria-sort={active ? (descending ? "descending" : "ascending") : "none"}
              >
                <button type="button" onClick={() => press(id)}>
                  {title}
                  <span aria-hidden>{active ? (descending ? " ↓" : " ↑") : ""}</span>
                </button>
              </th>
            );
          })}
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={entry.key} data-off={rows.hidden.has(entry.key) || undefined}>
            <td>
              <EntryButton entry={entry} rows={rows} inTable />
            </td>
            {entry.values.map((value) => (
              <td key={value.id}>{value.text}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function EntryButton({ entry, rows, inTable }: { entry: LegendEntry; rows: Rows; inTable?: boolean }) {
  const { choose, hidden, onHover } = rows;
  return (
    <button
      type="button"
      className={classes.entry}
      aria-pressed={!hidden.has(entry.key)}
      title={entry.label}
      onClick={(event) => choose(entry.key, event)}
      onPointerEnter={() => onHover?.(entry.key)}
      onPointerLeave={() => onHover?.(null)}
      onFocus={() => onHover?.(entry.key)}
      onBlur={() => onHover?.(null)}
    >
      <span className={classes.swatch} style={{ background: entry.color }} aria-hidden />
      <span className={classes.label}>{entry.label}</span>
      {entry.onRight && inTable ? <span className={classes.side}>(right y-axis)</span> : null}
    </button>
  );
}
