import { useState } from "react";
import { callApi, tenantApi } from "@/lib/client/api-client";

/** Shows the change at once and takes it back when the console refuses it. */
export function useStar(tenant: string, uid: string, initial: boolean) {
  const [starred, setStarred] = useState(initial);
  async function toggle() {
    setStarred(!starred);
    const method = starred ? "DELETE" : "PUT";
    await callApi<void>(tenantApi(tenant, `dashboards/${uid}/star`), { method }).catch(() =>
      setStarred(starred),
    );
    await refreshLists(tenant).catch(() => undefined);
  }
  return { starred, toggle: () => void toggle() };
}

/** Loaded now: a dashboard is shown without any list. */
async function refreshLists(tenant: string): Promise<void> {
  const { queryClient } = await import("@/lib/client/query-client");
  await queryClient().invalidateQueries({ queryKey: ["dashboards", tenant] });
}
