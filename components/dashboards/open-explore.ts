import type { DashboardRuntime } from "./dashboard-runtime";

/** Goes to Explore with the queries of a panel; how its address is made comes with the first use. */
export async function openExplore(
  runtime: DashboardRuntime,
  key: string,
  go: (href: string) => void,
): Promise<void> {
  const { explorePanel } = await import("./explore-panel");
  go(explorePanel(runtime, key));
}
