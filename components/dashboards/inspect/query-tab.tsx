import type { ReadPanel } from "@/lib/shared/dashboards/reading-model";
import type { PanelData, TargetResult } from "@/lib/shared/panels/panel-data";
import type { RangeFrame } from "@/lib/shared/prometheus/frame";
import classes from "./inspect-drawer.module.css";

/** What was written, what was sent, what came of it. */
export function QueryTab({ panel, data }: { panel: ReadPanel; data: PanelData | null }) {
  if (panel.targets.length === 0) return <p>This panel asks nothing.</p>;
  return panel.targets.map((target) => {
    const sent =
      data?.results.find((result) => result.refId === target.refId)?.expr ??
      data?.errors.find((error) => error.refId === target.refId)?.expr;
    const failed = data?.errors.find((error) => error.refId === target.refId);
    const answers = data?.results.filter((result) => result.refId === target.refId) ?? [];
    return (
      <section key={target.refId}>
        <h3>
          {target.refId}
          {target.hidden ? " (hidden)" : ""}
        </h3>
        <p>As written</p>
        <pre className={classes.code}>{target.expr || "(empty)"}</pre>
        {sent && sent !== target.expr ? (
          <>
            <p>As sent, before the tenant's matchers</p>
            <pre className={classes.code}>{sent}</pre>
          </>
        ) : null}
        {answers.map((answer) => (
          <p key={answer.frame.kind} data-query-stats>
            {queryStats(answer)}
          </p>
        ))}
        {failed ? <p role="alert">{failed.message}</p> : null}
      </section>
    );
  });
}

function queryStats({ frame, stats }: TargetResult): string {
  const count = `${frame.series.length}${frame.cut ? " or more" : ""}`;
  const samples = frame.kind === "range" ? sampleCount(frame) : frame.series.length;
  const what = frame.kind === "range" ? `range query, a step every ${frame.stepSeconds} s` : "instant query";
  const who = stats ? `, from ${stats.datasource} in ${stats.durationMs} ms` : "";
  return `${what}: ${count} series, ${samples} samples${who}`;
}

/** Gaps are no samples. */
function sampleCount(frame: RangeFrame): number {
  return frame.series.reduce((sum, { values }) => sum + values.filter((value) => value !== null).length, 0);
}
