"use client";

import { IconBook, IconClockPause, IconCompass, IconFlame } from "@tabler/icons-react";
import { Ago } from "@/components/ui/ago";
import { Link } from "@/components/ui/link";
import type { AlertDetails } from "@/lib/client/alerts/alert-details";
import type { ActiveAlert } from "@/lib/client/alerts/read-alerts";
import { AlertPanelLink } from "./alert-panel-link";
import classes from "./alerts-page.module.css";

interface AlertTableProps {
  tenant: string;
  datasource: string | null;
  alerts: readonly ActiveAlert[];
  /** By an alert's identity. */
  details: ReadonlyMap<string, AlertDetails>;
  canExplore: boolean;
}

export function AlertTable({ tenant, datasource, alerts, details, canExplore }: AlertTableProps) {
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th>State</th>
          <th>Alert</th>
          <th>Severity</th>
          <th>Labels</th>
          <th>Since</th>
        </tr>
      </thead>
      <tbody>
        {alerts.map((alert) => (
          <tr key={alert.key} data-alert={alert.name}>
            <td>
              <span className={classes.state} data-state={alert.state}>
                {alert.state === "firing" ? (
                  <IconFlame size={15} aria-hidden />
                ) : (
                  <IconClockPause size={15} aria-hidden />
                )}
                {alert.state}
              </span>
            </td>
            <td className={classes.alert}>
              <span className={classes.name}>{alert.name}</span>
              {alert.severity ? <span className={classes.narrow}> {alert.severity}</span> : null}
              <AlertWords
                tenant={tenant}
                exploreHref={canExplore ? exploreHref(tenant, datasource, alert.name) : null}
                details={details.get(alert.identity)}
              />
            </td>
            <td className={classes.severity}>{alert.severity || "none"}</td>
            <td className={classes.wide}>
              <div className={classes.labels}>
                {Object.entries(alert.labels).map(([label, value]) => (
                  <span key={label} className={classes.label}>
                    {label}={value}
                  </span>
                ))}
              </div>
            </td>
            <td className={`${classes.since} ${classes.dim}`}>
              {alert.sinceMs === null ? "unknown" : <Ago at={new Date(alert.sinceMs).toISOString()} />}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface AlertWordsProps {
  tenant: string;
  exploreHref: string | null;
  details: AlertDetails | undefined;
}

/** What the rule says, and where to look next. */
function AlertWords({ tenant, exploreHref, details }: AlertWordsProps) {
  return (
    <>
      {details?.summary ? <div className={classes.summary}>{details.summary}</div> : null}
      {details?.description ? <div className={classes.description}>{details.description}</div> : null}
      <div className={classes.links}>
        {details?.dashboardUid ? (
          <AlertPanelLink tenant={tenant} uid={details.dashboardUid} panel={details.panel} />
        ) : null}
        {details?.runbook ? <Runbook {...details} /> : null}
        {exploreHref ? (
          <Link href={exploreHref} prefetch={false}>
            <IconCompass size={14} aria-hidden />
            Explore
          </Link>
        ) : null}
      </div>
    </>
  );
}

/** Rules also name files, which a person finds by the name. */
function Runbook({ runbook, runbookHref }: AlertDetails) {
  if (runbookHref === null) {
    return (
      <span>
        <IconBook size={14} aria-hidden />
        Runbook {runbook}
      </span>
    );
  }
  return (
    <a href={runbookHref} target="_blank" rel="noreferrer">
      <IconBook size={14} aria-hidden />
      Runbook
    </a>
  );
}

function exploreHref(tenant: string, datasource: string | null, name: string): string {
  const search = new URLSearchParams({ expr: `ALERTS{alertname=${JSON.stringify(name)}}` });
  if (datasource) search.set("ds", datasource);
  return `/t/${tenant}/explore?${search}`;
}
