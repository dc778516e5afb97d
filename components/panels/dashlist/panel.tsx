"use client";

import { IconStarFilled } from "@tabler/icons-react";
import { useMemo } from "react";
import { useDashboardRuntime } from "@/components/dashboards/dashboard-runtime";
import classes from "@/components/panels/list-panel.module.css";
import type { PanelProps } from "@/components/panels/panel-props";
import { Link } from "@/components/ui/link";
import { type DashboardListFilter, useDashboardList } from "@/lib/client/dashboards/use-dashboard-list";
import { prepareDashlist } from "@/lib/shared/panels/dashlist/prepare";

/** Links to dashboards: the starred ones, and those that a search finds. */
export function DashlistPanel({ panel, context, width, height }: PanelProps) {
  const model = useMemo(() => prepareDashlist(panel, context), [panel, context]);
  const { starred, search, headings, maxItems, parameters } = model;
  const shared = { headings, parameters };
  const found = search && { query: search.query, tag: search.tags, folder: search.folder };
  return (
    <div className={classes.list} style={{ width, height }}>
      {starred ? (
        <Section {...shared} title="Starred dashboards" filter={{ starred: true, limit: maxItems }} />
      ) : null}
      {found ? <Section {...shared} title="Search" filter={{ ...found, limit: maxItems }} /> : null}
    </div>
  );
}

interface SectionProps {
  title: string;
  headings: boolean;
  parameters: string;
  filter: DashboardListFilter;
}

function Section({ title, headings, parameters, filter }: SectionProps) {
  const { tenant } = useDashboardRuntime();
  const list = useDashboardList(tenant, filter);
  const suffix = parameters === "" ? "" : `?${parameters}`;
  return (
    <section aria-label={title}>
      {headings ? <h2>{title}</h2> : null}
      {list.isError ? <p className={classes.note}>{list.error.message}</p> : null}
      {list.data?.items.length === 0 ? (
        <p className={classes.note}>
          {filter.starred ? "No dashboard has your star." : "No dashboard fits."}
        </p>
      ) : null}
      <ul>
        {list.data?.items.map(({ uid, title: name, tags, starred }) => (
          <li key={uid} className={classes.item}>
            <Link className={classes.name} href={`/t/${tenant}/d/${uid}${suffix}`}>
              {name}
            </Link>
            <span className={classes.rest}>{tags.join(", ")}</span>
            {starred ? <IconStarFilled size={14} color="var(--ps-warn)" aria-label="Starred" /> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
