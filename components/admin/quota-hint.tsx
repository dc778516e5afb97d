"use client";

import { usageLevel } from "@/lib/client/admin/usage-level";
import { useQuotas } from "@/lib/client/admin/use-quotas";
import type { QuotaKey } from "@/lib/shared/tenants/quotas";
import classes from "./admin.module.css";

/** Says so where something is added to, once 80 % of its quota are used. */
export function QuotaHint({ tenant, quota }: { tenant: string; quota: QuotaKey }) {
  const usage = useQuotas(tenant).data?.find(({ key }) => key === quota);
  if (!usage) return null;
  const level = usageLevel(usage);
  if (level !== "near" && level !== "full") return null;
  const numbers = `${usage.used?.toLocaleString("en")} of ${usage.limit.toLocaleString("en")} ${usage.unit}`;
  return (
    <p className={level === "full" ? classes.problem : classes.warning} role="status">
      {level === "full"
        ? `${numbers}: the quota is used up. Remove some, or ask a platform administrator for more.`
        : `${numbers} are used: the quota is nearly reached.`}
    </p>
  );
}
