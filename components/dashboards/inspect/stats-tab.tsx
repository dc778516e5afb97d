import type { PanelData } from "@/lib/shared/panels/panel-data";
import { formatTimestamp } from "@/lib/shared/time/range-label";
import classes from "./inspect-drawer.module.css";

export function StatsTab({ data, timeZone }: { data: PanelData | null; timeZone: string }) {
  const results = data?.results ?? [];
  const series = results.reduce((sum, { frame }) => sum + frame.series.length, 0);
  const samples = results.reduce(
    (sum, { frame }) => sum + frame.series.length * (frame.kind === "range" ? frame.length : 1),
    0,
  );
  const steps = [
    ...new Set(results.flatMap(({ frame }) => (frame.kind === "range" ? [`${frame.stepSeconds} s`] : []))),
  ];
  return (
    <dl className={classes.stats}>
      <dt>Queries answered</dt>
      <dd>{results.length}</dd>
      <dt>Queries failed</dt>
      <dd>{data?.errors.length ?? 0}</dd>
      <dt>Series</dt>
      <dd>{series}</dd>
      <dt>Points</dt>
      <dd>{samples}</dd>
      <dt>Step</dt>
      <dd>{steps.join(", ") || "none"}</dd>
      <dt>Received</dt>
      <dd>{data?.receivedAtMs ? formatTimestamp(data.receivedAtMs, timeZone) : "not yet"}</dd>
    </dl>
  );
}
