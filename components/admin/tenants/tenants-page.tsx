"use client";

import { Button, SegmentedControl, TextInput } from "@mantine/core";
import { IconPlus, IconSearch } from "@tabler/icons-react";
import { useRouter } from "next/navigation";
import { Notice } from "@/components/ui/notice";
import { readSort, writeSort } from "@/lib/client/admin/sort-rows";
import { findTenants, isNearLimit, isTenantsShown, tenantsTable } from "@/lib/client/admin/tenant-overview";
import { usePlatformTenants } from "@/lib/client/admin/use-platform-tenants";
import { useUrlFields } from "@/lib/client/admin/use-url-fields";
import classes from "../admin.module.css";
import { AdminHead } from "../admin-head";
import { CsvButton } from "../csv-button";
import { ListState } from "../list-state";
import { NewTenantDialog } from "./new-tenant-dialog";
import { TenantDrawer } from "./tenant-drawer";
import { TenantTable } from "./tenant-table";

/** `tenant` names the one whose drawer is open; `new` is the form of a new one. */
const defaults = { query: "", show: "all", sort: "-nearest", tenant: "", new: "" };

export function TenantsPage({ mine }: { mine: readonly string[] }) {
  const router = useRouter();
  const tenants = usePlatformTenants();
  const { fields, change } = useUrlFields(defaults);
  const all = tenants.data ?? [];
  const shown = isTenantsShown(fields.show) ? fields.show : "all";
  const found = findTenants(all, { query: fields.query, shown });
  const open = all.find(({ slug }) => slug === fields.tenant);
  const choices = [
    { value: "all", label: `All ${all.length}` },
    { value: "near", label: `Near a limit ${all.filter(isNearLimit).length}` },
    { value: "suspended", label: `Suspended ${all.filter(({ suspended }) => suspended).length}` },
  ];
  return (
    <div className={classes.platform}>
      <AdminHead
        title="Tenants"
        about="How much each tenant uses of what it may. What it holds stays its own, until you enter it."
      >
        <Button leftSection={<IconPlus size={15} aria-hidden />} onClick={() => change({ new: "1" })}>
          New tenant
        </Button>
      </AdminHead>
      <div className={classes.toolbar}>
        <TextInput
          className={classes.search}
          aria-label="Search tenants"
          placeholder="Search name or short name"
          leftSection={<IconSearch size={15} aria-hidden />}
          value={fields.query}
          onChange={(event) => change({ query: event.currentTarget.value }, { typing: true })}
        />
        <SegmentedControl
          size="xs"
          aria-label="Which tenants"
          data={choices}
          value={shown}
          onChange={(show) => change({ show })}
        />
        <div className={classes.end}>
          <CsvButton fileName="tenants" table={() => tenantsTable(found)} disabled={found.length === 0} />
        </div>
      </div>
      <ListState
        what="tenants"
        query={tenants}
        isEmpty={found.length === 0}
        empty={
          <Notice
            title={all.length === 0 ? "No tenant yet" : "No tenant fits"}
            actions={
              all.length === 0 ? (
                <Button onClick={() => change({ new: "1" })}>New tenant</Button>
              ) : (
                <Button onClick={() => change({ query: "", show: "all" })}>Clear the filters</Button>
              )
            }
          >
            {all.length === 0
              ? "A tenant holds the dashboards, datasources and members of one team or customer."
              : "None has this name and state together."}
          </Notice>
        }
      >
        <TenantTable
          tenants={found}
          openSlug={fields.tenant}
          sort={readSort(fields.sort)}
          onSort={(sort) => change({ sort: writeSort(sort) })}
          onOpen={({ slug }) => change({ tenant: slug })}
        />
      </ListState>
      {open ? (
        <TenantDrawer
          key={open.slug}
          tenant={open}
          isMember={mine.includes(open.slug)}
          onClose={() => change({ tenant: "" })}
        />
      ) : null}
      {fields.new === "" ? null : (
        <NewTenantDialog
          onMade={(slug) => {
            change({ new: "", tenant: slug });
            // The switcher lists the new one, too.
            router.refresh();
          }}
          onClose={() => change({ new: "" })}
        />
      )}
    </div>
  );
}
