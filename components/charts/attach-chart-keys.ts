import type { LiveChart } from "./live-chart";

type ChartKeys = typeof import("./chart-keys");

/** Lets a chart take the focus, and its points be walked by keys; the code for it comes with the first focus. */
export function attachChartKeys<M>(host: HTMLElement, chart: LiveChart<M>): () => void {
  let keys: ChartKeys | null = null;
  const focus = async () => {
    keys = await import("./chart-keys");
  };
  const blur = () => {
    if (chart.walked && !chart.pinned) keys?.leaveChart(chart.walked);
  };
  const press = (event: KeyboardEvent) => {
    if (keys?.pressChartKey(chart, event)) event.preventDefault();
  };
  host.tabIndex = 0;
  host.addEventListener("focus", focus);
  host.addEventListener("blur", blur);
  host.addEventListener("keydown", press);
  return () => {
    host.removeEventListener("focus", focus);
    host.removeEventListener("blur", blur);
    host.removeEventListener("keydown", press);
  };
}
