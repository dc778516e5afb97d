"use client";

import type { KeyboardEvent } from "react";
import { Ago } from "@/components/ui/ago";
import type { Sort } from "@/lib/client/admin/sort-rows";
import { nearestShare, usedOf } from "@/lib/client/admin/tenant-overview";
import { nearestLimit } from "@/lib/client/admin/usage-level";
import type { QuotaKey } from "@/lib/shared/tenants/quotas";
import type { PlatformTenant } from "@/lib/shared/tenants/tenant";
import classes from "../admin.module.css";
import { AdminTable, type Column } from "../admin-table";
import { Badge } from "../badge";
import { UsageBar } from "../usage-bar";

interface TenantTableProps {
  tenants: readonly PlatformTenant[];
  openSlug: string;
  sort: Sort;
  onSort: (sort: Sort) => void;
  onOpen: (tenant: PlatformTenant) => void;
}

export function TenantTable({ tenants, openSlug, sort, onSort, onOpen }: TenantTableProps) {
  const name: Column<PlatformTenant> = {
    id: "name",
    label: "Tenant",
    sortBy: (tenant) => tenant.name,
    cell: (tenant) => (
      <>
        <button
          type="button"
          className={classes.open}
          data-open-row
          onClick={() => onOpen(tenant)}
          onKeyDown={moveBetweenRows}
        >
          {tenant.name}
        </button>{" "}
        {tenant.suspended ? <Badge tone="error">suspended</Badge> : null}
        <div className={classes.dim}>{tenant.slug}</div>
      </>
    ),
  };
  return (
    <AdminTable
      label="Tenants"
      columns={[name, ...columns]}
      rows={tenants}
      rowKey={({ slug }) => slug}
      openKey={openSlug}
      sort={sort}
      onSort={onSort}
    />
  );
}

/** Arrows go from tenant to tenant, Enter opens one. */
function moveBetweenRows(event: KeyboardEvent<HTMLButtonElement>) {
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  if (step === 0) return;
  const all = [
    ...(event.currentTarget.closest("tbody")?.querySelectorAll<HTMLElement>("[data-open-row]") ?? []),
  ];
  const next = all[all.indexOf(event.currentTarget) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

const columns: Column<PlatformTenant>[] = [
  {
    id: "nearest",
    label: "Nearest limit",
    sortBy: nearestShare,
    cell: ({ usage }) => {
      const nearest = nearestLimit(usage);
      if (!nearest) return <span className={classes.dim}>nothing counted</span>;
      return (
        <>
          <UsageBar usage={nearest} />
          <div className={classes.dim}>{nearest.label}</div>
        </>
      );
    },
  },
  counted("members", "Members"),
  counted("dashboards", "Dashboards"),
  counted("datasources", "Datasources"),
  counted("apiTokens", "Tokens"),
  {
    id: "created",
    label: "Created",
    narrow: true,
    wide: true,
    sortBy: ({ createdAt }) => Date.parse(createdAt),
    cell: ({ createdAt }) => (
      <span className={classes.dim}>
        <Ago at={createdAt} />
      </span>
    ),
  },
];

function counted(key: QuotaKey, label: string): Column<PlatformTenant> {
  return {
    id: key,
    label,
    numeric: true,
    narrow: true,
    wide: true,
    sortBy: (tenant) => usedOf(tenant, key),
    cell: (tenant) => usedOf(tenant, key)?.toLocaleString("en") ?? "",
  };
}
