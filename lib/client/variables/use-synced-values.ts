import { useEffect } from "react";
import type { ChangeUrl } from "@/lib/client/dashboards/use-dashboard-url";
import { changedValues } from "./changed-values";
import type { DashboardVariables } from "./use-dashboard-variables";

/** Once values are known, the address says what is in force: a value that had to give way is not shared on. */
export function useSyncedValues(
  asked: Readonly<Record<string, string | string[]>>,
  { chosen, settled }: DashboardVariables,
  change: ChangeUrl,
): void {
  useEffect(() => {
    if (!settled) return;
    const variables = changedValues(asked, chosen);
    if (Object.keys(variables).length > 0) change({ variables }, "replace");
  }, [asked, chosen, settled, change]);
}
