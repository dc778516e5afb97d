"use client";

import { ActionIcon } from "@mantine/core";
import { IconChevronDown, IconChevronRight } from "@tabler/icons-react";
import { useState } from "react";
import { Ago } from "@/components/ui/ago";
import { detailsLine, subjectName } from "@/lib/client/admin/audit-words";
import type { AuditEvent } from "@/lib/shared/tenants/tenant";
import classes from "../admin.module.css";
import { AdminTable, type Column } from "../admin-table";
import { Badge } from "../badge";
import table from "./audit-table.module.css";
import type { AuditFields } from "./use-audit-fields";

interface AuditTableProps {
  events: readonly AuditEvent[];
  onFilter: (part: Partial<AuditFields>) => void;
}

export function AuditTable({ events, onFilter }: AuditTableProps) {
  const [open, setOpen] = useState<string | null>(null);
  const columns: Column<AuditEvent>[] = [
    {
      id: "open",
      label: "Details",
      hideLabel: true,
      narrow: true,
      cell: ({ id, action }) => (
        <ActionIcon
          size={24}
          aria-label={`Details of ${action}`}
          aria-expanded={open === id}
          onClick={() => setOpen(open === id ? null : id)}
        >
          {open === id ? <IconChevronDown size={15} /> : <IconChevronRight size={15} />}
        </ActionIcon>
      ),
    },
    {
      id: "at",
      label: "When",
      narrow: true,
      wide: true,
      cell: ({ at }) => (
        <span className={classes.dim}>
          <Ago at={at} />
        </span>
      ),
    },
    {
      id: "actor",
      label: "Who",
      narrow: true,
      wide: true,
      cell: ({ actor }) => <Actor actor={actor} onFilter={onFilter} />,
    },
    {
      id: "action",
      label: "What",
      cell: (event) => <What event={event} open={open === event.id} onFilter={onFilter} />,
    },
    {
      id: "ip",
      label: "From",
      narrow: true,
      wide: true,
      cell: ({ ip }) => <span className={classes.dim}>{ip ?? ""}</span>,
    },
  ];
  return (
    <AdminTable label="Audit log" columns={columns} rows={events} rowKey={({ id }) => id} openKey={open} />
  );
}

function Actor({ actor, onFilter }: Pick<AuditEvent, "actor"> & Pick<AuditTableProps, "onFilter">) {
  return (
    <>
      <button
        type="button"
        className={table.filter}
        title={`Only what ${actor.name} did`}
        onClick={() => onFilter({ actor: actor.name })}
      >
        {actor.name}
      </button>{" "}
      {actor.kind === "user" ? null : <Badge>{actor.kind}</Badge>}
    </>
  );
}

interface WhatProps extends Pick<AuditTableProps, "onFilter"> {
  event: AuditEvent;
  open: boolean;
}

function What({ event, open, onFilter }: WhatProps) {
  const { action, subject, details, at, actor } = event;
  return (
    <>
      <button
        type="button"
        className={table.filter}
        title={`Only ${action}`}
        onClick={() => onFilter({ action })}
      >
        <code>{action}</code>
      </button>{" "}
      <button
        type="button"
        className={table.filter}
        title={`Only what concerns this ${subject.type}: ${subject.id}`}
        onClick={() => onFilter({ query: subject.id })}
      >
        <span className={classes.dim}>{subject.type}</span> {subjectName(subject.id, details)}
      </button>
      <div className={classes.below}>
        <Ago at={at} /> by {actor.name}
      </div>
      {open ? (
        <pre className={table.json}>{JSON.stringify(event, null, 2)}</pre>
      ) : (
        <div className={table.oneLine}>{detailsLine(details)}</div>
      )}
    </>
  );
}
