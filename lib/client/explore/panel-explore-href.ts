import type { PanelData } from "@/lib/shared/panels/panel-data";
import { changeExploreUrl } from "./explore-url";

interface ExploredPanel {
  tenant: string;
  /** Null for the tenant's default. */
  datasource: string | null;
  data: PanelData | null;
  range: { from: string; to: string };
}

/** Where the queries of a panel can be looked at one by one, as they were asked: with the values of the variables. */
export function panelExploreHref({ tenant, datasource, data, range }: ExploredPanel): string {
  const asked = [...(data?.results ?? []), ...(data?.errors ?? [])];
  const exprs = [...new Map(asked.flatMap(({ refId, expr }) => (expr ? [[refId, expr]] : []))).values()];
  const address = changeExploreUrl(`?${new URLSearchParams({ ...range })}`, { datasource, exprs });
  return `/t/${tenant}/explore${address}`;
}
