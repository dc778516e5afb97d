import type { ExploreTiming } from "@/lib/client/explore/ask-explore";
import type { ExploreQueryAnswer } from "@/lib/client/explore/use-explore-answers";
import classes from "./explore-page.module.css";

/** What each query cost, folded: most of the time nobody asks. */
export function TimingLine({ answers }: { answers: readonly ExploreQueryAnswer[] }) {
  const timed = answers.flatMap(({ refId, answer }) => (answer ? [{ refId, data: answer }] : []));
  const total = Math.max(...timed.map(({ data }) => Math.max(data.timing.rangeMs, data.timing.instantMs)));
  const series = timed.reduce((sum, { data }) => sum + data.range.series.length, 0);
  return (
    <details className={classes.timing}>
      <summary>
        {series.toLocaleString("en")} series in {duration(total)}
      </summary>
      <table>
        <thead>
          <tr>
            <th scope="col">Query</th>
            <th scope="col">Series</th>
            <th scope="col">Step</th>
            <th scope="col">Range query</th>
            <th scope="col">Instant query</th>
            <th scope="col">In Prometheus</th>
            <th scope="col">Samples read</th>
          </tr>
        </thead>
        <tbody>
          {timed.map(({ refId, data }) => (
            <tr key={refId}>
              <th scope="row">{refId}</th>
              <td>{data.range.series.length.toLocaleString("en")}</td>
              <td>{data.timing.stepSeconds} s</td>
              <td>{duration(data.timing.rangeMs)}</td>
              <td>{duration(data.timing.instantMs)}</td>
              <UpstreamCells {...data.timing} />
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

function UpstreamCells({ evalMs, samples }: ExploreTiming) {
  return (
    <>
      <td>{evalMs === null ? "not told" : duration(evalMs)}</td>
      <td>{samples === null ? "not told" : samples.toLocaleString("en")}</td>
    </>
  );
}

function duration(ms: number): string {
  if (ms >= 1_000) return `${(ms / 1_000).toFixed(2)} s`;
  return ms < 10 ? `${ms.toFixed(1)} ms` : `${Math.round(ms)} ms`;
}
