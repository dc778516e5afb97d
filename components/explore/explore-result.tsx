"use client";

import { Alert } from "@mantine/core";
import { useMemo } from "react";
import { RawTable } from "@/components/dashboards/inspect/raw-table";
import type { ExploreView } from "@/lib/client/explore/explore-url";
import { instantTable } from "@/lib/client/explore/instant-table";
import type { ExploreQueryAnswer } from "@/lib/client/explore/use-explore-answers";
import type { TargetResult } from "@/lib/shared/panels/panel-data";
import { errorAdvice } from "@/lib/shared/promql/error-advice";
import type { TimeRange } from "@/lib/shared/time/time-range";
import { ExplainView } from "./explain-view";
import { ExploreChart } from "./explore-chart";
import classes from "./explore-page.module.css";
import { TimingLine } from "./timing-line";

interface ExploreResultProps {
  tenant: string;
  datasource: string;
  view: ExploreView;
  answers: readonly ExploreQueryAnswer[];
  range: TimeRange;
  timeZone: string;
  onZoom: (range: TimeRange) => void;
  /** Runs a query of the page in another form. */
  onMend: (refId: string, expr: string) => void;
}

/** Failures of an operator between series: which labels would match is found by looking at both sides. */
const matching = /many-to-many|many-to-one|one-to-many|duplicate series/;

/** What the queries gave, in the chosen view; a query without series says why. */
export function ExploreResult({ tenant, datasource, view, answers, onMend, ...chart }: ExploreResultProps) {
  const { range } = chart;
  const { frames, instants } = useMemo(() => toResults(answers), [answers]);
  const empty = answers.filter(({ answer }) => answer && isEmpty(answer.range) && isEmpty(answer.instant));
  if (answers.length === 0) {
    return <p className={classes.hint}>Write an expression and run it, with the button or Shift Enter.</p>;
  }
  const unmatched = answers.filter(({ error }) => error !== null && matching.test(error.message));
  const explained = view === "explain" ? answers : [...empty, ...unmatched];
  return (
    <div
      className={classes.results}
      data-explore-state={answers.some((one) => one.isFetching) ? "loading" : "settled"}
    >
      {view === "explain" ? null : <Failures answers={answers} />}
      {view === "graph" && frames.some(({ frame }) => frame.series.length > 0) ? (
        <ExploreChart results={frames} {...chart} />
      ) : null}
      {view === "table" && instants.some(({ frame }) => frame.series.length > 0) ? (
        <InstantTable results={instants} />
      ) : null}
      {explained.map(({ refId, asked }) => (
        <ExplainView
          key={refId}
          tenant={tenant}
          datasource={datasource}
          refId={answers.length > 1 ? refId : null}
          expr={asked}
          range={range}
          open={view === "explain"}
          onMend={(expr) => onMend(refId, expr)}
          onRange={chart.onZoom}
        />
      ))}
      {frames.length > 0 && view !== "explain" ? <TimingLine answers={answers} /> : null}
    </div>
  );
}

function toResults(answers: readonly ExploreQueryAnswer[]) {
  const result = (kind: "range" | "instant") =>
    answers.flatMap(({ answer, refId }): TargetResult[] =>
      answer ? [{ refId, frame: answer[kind], expr: answer.expr, warnings: [] }] : [],
    );
  return { frames: result("range"), instants: result("instant") };
}

function isEmpty({ series }: { series: readonly unknown[] }): boolean {
  return series.length === 0;
}

function Failures({ answers }: Pick<ExploreResultProps, "answers">) {
  return answers
    .filter(({ error }) => error !== null)
    .map(({ refId, error }) => (
      <Alert key={refId} color="red" role="alert" title={`Query ${refId} was not answered`}>
        {error?.message}
        <div>{errorAdvice(error?.message ?? "")}</div>
      </Alert>
    ));
}

function InstantTable({ results }: { results: TargetResult[] }) {
  const table = useMemo(() => instantTable(results), [results]);
  return (
    <section className={classes.card}>
      <h2>At the end of the range: {table.rows.length.toLocaleString("en")} series</h2>
      <RawTable table={table} />
    </section>
  );
}
