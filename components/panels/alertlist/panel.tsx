"use client";

import { IconClockPause, IconFlame } from "@tabler/icons-react";
import { useMemo } from "react";
import { useDashboardRuntime } from "@/components/dashboards/dashboard-runtime";
import classes from "@/components/panels/list-panel.module.css";
import type { PanelProps } from "@/components/panels/panel-props";
import { Ago } from "@/components/ui/ago";
import { Link } from "@/components/ui/link";
import { listedAlerts } from "@/lib/client/alerts/listed-alerts";
import type { ActiveAlert } from "@/lib/client/alerts/read-alerts";
import { useAlerts } from "@/lib/client/alerts/use-alerts";
import { defaultDatasource, useDatasources } from "@/lib/client/datasources/use-datasources";
import { prepareAlertlist } from "@/lib/shared/panels/alertlist/prepare";

/** What is firing or pending, out of the series that Prometheus writes of its alerts. */
export function AlertlistPanel({ panel, context, width, height }: PanelProps) {
  const { tenant } = useDashboardRuntime();
  const model = useMemo(() => prepareAlertlist(panel, context), [panel, context]);
  const datasources = useDatasources(tenant);
  const datasource = defaultDatasource(datasources.data)?.uid ?? null;
  const alerts = useAlerts(tenant, datasource);
  const { shown, more } = listedAlerts(alerts.data ?? [], model);
  return (
    <div className={classes.list} style={{ width, height }}>
      {alerts.isError ? <p className={classes.note}>{alerts.error.message}</p> : null}
      {alerts.data && shown.length === 0 ? (
        <p className={classes.note}>
          {alerts.data.length === 0
            ? "Nothing is firing or pending."
            : `None of ${alerts.data.length} active alerts fits this panel's filters.`}
        </p>
      ) : null}
      <ul>
        {shown.map((alert) => (
          <AlertItem key={alert.key} tenant={tenant} alert={alert} />
        ))}
      </ul>
      {more > 0 ? (
        <p className={classes.note}>
          and <Link href={`/t/${tenant}/alerts`}>{more} more</Link>
        </p>
      ) : null}
    </div>
  );
}

function AlertItem({ tenant, alert }: { tenant: string; alert: ActiveAlert }) {
  const Icon = alert.state === "firing" ? IconFlame : IconClockPause;
  const labels = Object.entries(alert.labels).map(([label, value]) => `${label}=${value}`);
  return (
    <li className={classes.item} title={labels.join("\n")}>
      <span className={classes.state} data-state={alert.state}>
        <Icon size={15} aria-hidden />
        {alert.state}
      </span>
      <Link className={classes.name} href={`/t/${tenant}/alerts?query=${encodeURIComponent(alert.name)}`}>
        {alert.name}
      </Link>
      <span className={classes.rest}>{labels.join(", ")}</span>
      {alert.sinceMs === null ? null : (
        <span className={classes.dim}>
          <Ago at={new Date(alert.sinceMs).toISOString()} />
        </span>
      )}
    </li>
  );
}
