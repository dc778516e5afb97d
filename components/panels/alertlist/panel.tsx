"use client";

import { IconClockPause, IconFlame } from "@tabler/icons-react";
import { useMemo } from "react";
import { useDashboardRuntime } from "@/components/dashboards/dashboard-runtime";
import classes from "@/components/panels/list-panel.module.css";
import type { PanelProps } from "@/components/panels/panel-props";
import { Ago } from "@/components/ui/ago";
import { Link } from "@/components/ui/link";
import { type AlertGroup, listedAlerts } from "@/lib/client/alerts/listed-alerts";
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
  if (model.countOnly && alerts.data)
    return (
      <p className={classes.count} style={{ width, height, fontSize: Math.min(height * 0.6, width / 3) }}>
        {shown.length + more}
      </p>
    );
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
        {shown.map((group) => (
          <GroupItem key={group.key} tenant={tenant} group={group} named={model.groupBy === null} />
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

interface GroupItemProps {
  tenant: string;
  group: AlertGroup;
  /** The group is a rule, and called by its name. */
  named: boolean;
}

/** A rule in one line with what it has found below it, or alerts of the same labels. */
function GroupItem({ tenant, group: { title, alerts, sinceMs }, named }: GroupItemProps) {
  const [first, second] = alerts;
  if (first && !second && named) return <AlertItem tenant={tenant} alert={first} />;
  return (
    <li>
      <details open={!named}>
        <summary className={classes.item}>
          <State state={first?.state ?? "pending"} />
          <span className={classes.group}>{title}</span>
          <span className={classes.rest}>{alerts.length === 1 ? "1 alert" : `${alerts.length} alerts`}</span>
          <Since sinceMs={sinceMs} />
        </summary>
        <ul className={classes.members}>
          {alerts.map((alert) => (
            <AlertItem key={alert.key} tenant={tenant} alert={alert} />
          ))}
        </ul>
      </details>
    </li>
  );
}

function AlertItem({ tenant, alert }: { tenant: string; alert: ActiveAlert }) {
  const labels = Object.entries(alert.labels).map(([label, value]) => `${label}=${value}`);
  return (
    <li className={classes.item} title={labels.join("\n")}>
      <State state={alert.state} />
      <Link className={classes.name} href={`/t/${tenant}/alerts?query=${encodeURIComponent(alert.name)}`}>
        {alert.name}
      </Link>
      <span className={classes.rest}>{labels.join(", ")}</span>
      <Since sinceMs={alert.sinceMs} />
    </li>
  );
}

function State({ state }: Pick<ActiveAlert, "state">) {
  const Icon = state === "firing" ? IconFlame : IconClockPause;
  return (
    <span className={classes.state} data-state={state}>
      <Icon size={15} aria-hidden />
      {state}
    </span>
  );
}

function Since({ sinceMs }: Pick<AlertGroup, "sinceMs">) {
  if (sinceMs === null) return null;
  return (
    <span className={classes.dim}>
      <Ago at={new Date(sinceMs).toISOString()} />
    </span>
  );
}
