"use client";

import type { PanelItem } from "@/lib/client/dashboards/arrange-grid";
import { useDashboardRuntime } from "./dashboard-runtime";
import classes from "./panel-placeholder.module.css";

/** Keeps the place and the name of a panel that is far from what is seen. */
export function PanelPlaceholder({ item: { key, panel, scopedVariables } }: { item: PanelItem }) {
  const title = useDashboardRuntime().titleOf(panel.title, scopedVariables);
  return (
    <section
      className={classes.placeholder}
      aria-label={title || `Panel ${panel.id}`}
      data-panel-id={panel.id}
      data-panel-key={key}
      data-panel-type={panel.type}
      data-panel-state="loading"
      data-transparent={panel.transparent || undefined}
    >
      {title}
    </section>
  );
}
