"use client";

import { Button, Loader, Select, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { usePathname, useSearchParams } from "next/navigation";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import type { ActiveAlert } from "@/lib/client/alerts/read-alerts";
import { useAlertDetails } from "@/lib/client/alerts/use-alert-details";
import { useAlerts } from "@/lib/client/alerts/use-alerts";
import { defaultDatasource, useDatasources } from "@/lib/client/datasources/use-datasources";
import { can } from "@/lib/shared/tenants/permissions";
import type { Role } from "@/lib/shared/tenants/roles";
import { AlertTable } from "./alert-table";
import classes from "./alerts-page.module.css";

/** What is firing or pending in the tenant's series. */
export function AlertsPage({ tenant, role }: { tenant: string; role: Role }) {
  const { query, chosen, change } = useAlertsUrl();
  const datasources = useDatasources(tenant);
  const datasource = chosen ?? defaultDatasource(datasources.data)?.uid ?? null;
  const alerts = useAlerts(tenant, datasource);
  const details = useAlertDetails(tenant, datasource);
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
      {datasources.data?.length === 0 ? <NoDatasource tenant={tenant} role={role} /> : null}
      {datasources.isPending || (datasource !== null && alerts.isPending) ? (
        <Loader size="sm" aria-label="Loading" />
      ) : null}
      {alerts.isError ? (
        <Notice
          title="The alerts cannot be read"
          actions={
            <>
              <Button onClick={() => void alerts.refetch()}>Try again</Button>
              {can(role, "datasource:write") ? (
                <LinkButton variant="default" href={`/t/${tenant}/admin/datasources`}>
                  Look at the datasources
                </LinkButton>
              ) : null}
            </>
          }
        >
          {alerts.error.message}
        </Notice>
      ) : null}
      {alerts.data && found.length > 0 ? (
        <AlertTable
          tenant={tenant}
          datasource={datasource}
          alerts={found}
          details={details}
          canExplore={can(role, "query:free")}
        />
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

function NoDatasource({ tenant, role }: { tenant: string; role: Role }) {
  const canAdd = can(role, "datasource:write");
  return (
    <Notice
      title="No datasource yet"
      actions={
        canAdd ? (
          <LinkButton href={`/t/${tenant}/admin/datasources?new=1`}>Add a datasource</LinkButton>
        ) : null
      }
    >
      {canAdd
        ? "Alerts are read from a Prometheus server that the console knows."
        : "An admin of this tenant can add the Prometheus server whose alerts stand here."}
    </Notice>
  );
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
