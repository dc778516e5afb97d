"use client";

import { Button } from "@mantine/core";
import { useMemo } from "react";
import { Notice } from "@/components/ui/notice";
import { auditSearch } from "@/lib/client/admin/audit-search";
import { useAudit } from "@/lib/client/admin/use-audit";
import { tenantApi } from "@/lib/client/api-client";
import classes from "../admin.module.css";
import { AdminHead } from "../admin-head";
import { ListState } from "../list-state";
import { AuditFilters } from "./audit-filters";
import { AuditTable } from "./audit-table";
import { useAuditFields } from "./use-audit-fields";

export function AuditPage({ tenant }: { tenant: string }) {
  const { fields, change, range, question, refresh } = useAuditFields();
  const audit = useAudit(tenant, question);
  const events = useMemo(() => audit.data?.pages.flatMap((page) => page.items) ?? [], [audit.data]);
  const actors = useMemo(() => [...new Set(events.map(({ actor }) => actor.name))].toSorted(), [events]);
  const count = `${events.length.toLocaleString("en")}${audit.hasNextPage ? " newest" : ""} events`;
  return (
    <>
      <AdminHead
        title="Audit log"
        about="Who did what to what, and when. Entries are never changed or removed."
      />
      <AuditFilters
        fields={fields}
        range={range}
        actors={actors}
        csvHref={tenantApi(tenant, `audit${auditSearch(question, { format: "csv" })}`)}
        onChange={change}
        onRefresh={refresh}
      />
      <ListState
        what="audit events"
        query={audit}
        isEmpty={events.length === 0}
        empty={
          <Notice
            title="No event fits"
            actions={
              <Button onClick={() => change({ query: "", action: "", actor: "", from: "0", to: "now" })}>
                Show the whole log
              </Button>
            }
          >
            Nothing was recorded in this time range with these filters.
          </Notice>
        }
      >
        <p className={classes.count} role="status">
          {events.length === 1 ? "1 event" : count}
        </p>
        {audit.isError ? <p className={classes.problem}>{audit.error.message}</p> : null}
        <AuditTable events={events} onFilter={change} />
        {audit.hasNextPage ? (
          <div className={classes.more}>
            <Button
              variant="default"
              loading={audit.isFetchingNextPage}
              onClick={() => void audit.fetchNextPage()}
            >
              Show older events
            </Button>
          </div>
        ) : null}
      </ListState>
    </>
  );
}
