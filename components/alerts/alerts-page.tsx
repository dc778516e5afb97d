"use client";

import { Select, TextInput } from "@mantine/core";
import { IconClockPause, IconFlame, IconSearch } from "@tabler/icons-react";
import { usePathname, useSearchParams } from "next/navigation";
import { Ago } from "@/components/ui/ago";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import type { ActiveAlert } from "@/lib/client/alerts/read-alerts";
import { useAlerts } from "@/lib/client/alerts/use-alerts";
import { defaultDatasource, useDatasources } from "@/lib/client/datasources/use-datasources";
import classes from "./alerts-page.module.css";

/** What is firing or pending in the tenant's series. */
export function AlertsPage({ tenant }: { tenant: string }) {
  const { query, chosen, change } = useAlertsUrl();
  const datasources = useDatasources(tenant);
  const datasource = chosen ?? defaultDatasource(datasources.data)?.uid ?? null;
  const alerts = useAlerts(tenant, datasource);
  const wanted = query.trim().toLowerCase();
  const found = (alerts.data ?? []).filter((alert) => textOf(alert).includes(wanted));
  const firing = alerts.data?.filter(({ state }) => state === "firing").length ?? 0;
  return (
    <div className={classes.page}>
      <div className={classes.bar}>
        <h1>Alerts{alerts.data ? `: ${firing} firing, ${alerts.data.length - firing} pending` : ""}</h1>
        <TextInput
          aria-label="Search alerts"
          placeholder="Search alerts"
          leftSection={<IconSearch size={15} aria-hidden />}
          value={query}
          onChange={(event) => change("query", event.currentTarget.value)}
        />
        <Select
          aria-label="Datasource"
          w={200}
          data={(datasources.data ?? []).map(({ uid, name }) => ({ value: uid, label: name }))}
          value={datasource}
          onChange={(uid) => change("ds", uid ?? "")}
          allowDeselect={false}
        />
      </div>
      {alerts.isError ? <Notice title="The alerts cannot be read">{alerts.error.message}</Notice> : null}
      {alerts.data && found.length > 0 ? (
        <AlertTable tenant={tenant} datasource={datasource} alerts={found} />
      ) : null}
      {alerts.data && found.length === 0 && !alerts.isError ? (
        <Notice title={alerts.data.length === 0 ? "Nothing is firing" : "No alert fits"}>
          {alerts.data.length === 0
            ? "No rule of this datasource is pending or firing for this tenant. This page looks again every 30 s."
            : "No name, severity or label of an active alert contains this text."}
        </Notice>
      ) : null}
    </div>
  );
}

interface AlertTableProps {
  tenant: string;
  datasource: string | null;
  alerts: readonly ActiveAlert[];
}

function AlertTable({ tenant, datasource, alerts }: AlertTableProps) {
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th>State</th>
          <th>Alert</th>
          <th>Severity</th>
          <th className={classes.wide}>Labels</th>
          <th>Since</th>
        </tr>
      </thead>
      <tbody>
        {alerts.map((alert) => (
          <tr key={alert.key}>
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
            <td>
              <Link
                className={classes.name}
                href={exploreHref(tenant, datasource, alert.name)}
                prefetch={false}
              >
                {alert.name}
              </Link>
            </td>
            <td>{alert.severity || "none"}</td>
            <td className={classes.wide}>
              <div className={classes.labels}>
                {Object.entries(alert.labels).map(([label, value]) => (
                  <span key={label} className={classes.label}>
                    {label}={value}
                  </span>
                ))}
              </div>
            </td>
            <td className={classes.dim}>
              {alert.sinceMs === null ? "unknown" : <Ago at={new Date(alert.sinceMs).toISOString()} />}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function exploreHref(tenant: string, datasource: string | null, name: string): string {
  const search = new URLSearchParams({ expr: `ALERTS{alertname=${JSON.stringify(name)}}` });
  if (datasource) search.set("ds", datasource);
  return `/t/${tenant}/explore?${search}`;
}

function textOf({ name, state, severity, labels }: ActiveAlert): string {
  return [name, state, severity, ...Object.entries(labels).flat()].join(" ").toLowerCase();
}

function useAlertsUrl() {
  const search = useSearchParams();
  const pathname = usePathname();
  function change(key: "query" | "ds", value: string) {
    const next = new URLSearchParams(window.location.search);
    if (value === "") next.delete(key);
    else next.set(key, value);
    window.history.replaceState(null, "", `${pathname}${next.size > 0 ? `?${next}` : ""}`);
  }
  return { query: search.get("query") ?? "", chosen: search.get("ds"), change };
}
