"use client";

import { usageLevel } from "@/lib/client/admin/usage-level";
import { useQuotas } from "@/lib/client/admin/use-quotas";
import type { QuotaUsage } from "@/lib/shared/tenants/quotas";
import classes from "../admin.module.css";
import { AdminHead } from "../admin-head";
import { ListState } from "../list-state";
import { QuotaList } from "./quota-list";

interface QuotasPageProps {
  tenant: string;
  tenantName: string;
  canChange: boolean;
}

export function QuotasPage({ tenant, tenantName, canChange }: QuotasPageProps) {
  const quotas = useQuotas(tenant);
  const items = quotas.data ?? [];
  return (
    <>
      <AdminHead
        title="Quotas"
        about={
          canChange
            ? `How much ${tenantName} may use. A limit below what is used already takes nothing away; it only refuses more.`
            : `How much ${tenantName} uses and may use. A platform administrator can change the limits.`
        }
      />
      <ListState what="quotas" query={quotas}>
        <Warning items={items} />
        <QuotaList tenant={tenant} items={items} canChange={canChange} />
      </ListState>
    </>
  );
}

function Warning({ items }: { items: readonly QuotaUsage[] }) {
  const named = (level: string) =>
    items.filter((item) => usageLevel(item) === level).map(({ label }) => label);
  const [full, near] = [named("full"), named("near")];
  return (
    <>
      {full.length > 0 ? <p className={classes.problem}>Used up: {full.join(", ")}.</p> : null}
      {near.length > 0 ? <p className={classes.warning}>80 % or more used: {near.join(", ")}.</p> : null}
    </>
  );
}
