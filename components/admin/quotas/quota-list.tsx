"use client";

import { notifyError } from "@/components/ui/notify";
import { notifyUndo } from "@/components/ui/notify-undo";
import { useChangeQuotas } from "@/lib/client/admin/use-quotas";
import { type QuotaKey, type QuotaUsage, quotas } from "@/lib/shared/tenants/quotas";
import classes from "../admin.module.css";
import { Badge } from "../badge";
import { UsageBar } from "../usage-bar";
import { LimitField } from "./limit-field";
import rows from "./quotas.module.css";

interface QuotaListProps {
  tenant: string;
  items: readonly QuotaUsage[];
  canChange: boolean;
}

const effects: Record<(typeof quotas)[QuotaKey]["kind"], string> = {
  count: "More than that is refused.",
  rate: "What is more than that is told to wait.",
  query: "A query that asks for more fails and says so.",
  retention: "The oldest go when more are made.",
};

/** Every quota with its use and limit; a new limit holds at once, with a way back. */
export function QuotaList({ tenant, items, canChange }: QuotaListProps) {
  const change = useChangeQuotas(tenant);

  async function setLimit(key: QuotaKey, limit: number | null) {
    const before = items.find((item) => item.key === key);
    const { label } = quotas[key];
    try {
      await change.mutateAsync({ [key]: limit });
    } catch (error) {
      return notifyError(`The limit of ${label} was not changed`, error);
    }
    const now =
      limit === null
        ? `the default, ${quotas[key].default.toLocaleString("en")}`
        : limit.toLocaleString("en");
    notifyUndo(`${label}: the limit is ${now}.`, () => {
      const old = before === undefined || before.isDefault ? null : before.limit;
      change
        .mutateAsync({ [key]: old })
        .catch((error: unknown) => notifyError(`The limit of ${label} is still ${now}`, error));
    });
  }

  return (
    <div className={classes.panel}>
      {items.map((quota) => (
        <div key={quota.key} className={rows.row} data-quota={quota.key}>
          <div>
            <span className={classes.main}>{quota.label}</span>{" "}
            {quota.isDefault ? null : <Badge>set for this tenant</Badge>}
          </div>
          <div>
            {quota.used === null ? (
              `${quota.limit.toLocaleString("en")} ${quota.unit}`
            ) : (
              <UsageBar usage={quota} />
            )}
            <div className={classes.dim}>{effects[quotas[quota.key].kind]}</div>
          </div>
          {canChange ? (
            <LimitField
              quota={quota}
              busy={change.isPending}
              onChange={(key, limit) => void setLimit(key, limit)}
            />
          ) : null}
        </div>
      ))}
    </div>
  );
}
