"use client";

import { useQuery } from "@tanstack/react-query";
import { CodedText } from "@/components/explain/coded-text";
import { ExplanationDetails } from "@/components/explain/explanation-details";
import { explainExpression } from "@/lib/client/explain/explain-expression";
import type { EmptyExplanation } from "@/lib/shared/promql/explain/explanation";
import type { TimeRange } from "@/lib/shared/time/time-range";
import classes from "./explore-page.module.css";

interface ExplainViewProps {
  tenant: string;
  datasource: string;
  /** Null where there is only one query. */
  refId: string | null;
  expr: string;
  range: TimeRange;
  /** Shows the tree at once. */
  open: boolean;
}

const bucketMs = 60_000;

/** Why a query is empty, or how many series each of its parts has. */
export function ExplainView({ tenant, datasource, refId, expr, range, open }: ExplainViewProps) {
  const bucket = [range.fromMs, range.toMs].map((at) => Math.round(at / bucketMs));
  const asked = JSON.stringify([tenant, datasource, expr]);
  const { data, error } = useQuery({
    queryKey: ["explain", asked, ...bucket],
    placeholderData: (before: EmptyExplanation | undefined, query) =>
      query?.queryKey[1] === asked ? before : undefined,
    retry: false,
    staleTime: bucketMs,
    queryFn: ({ signal }) => explainExpression({ tenant, datasource, expr, range }, signal),
  });
  const text = data?.message ?? error?.message ?? "Looking for the reason.";
  return (
    <section className={classes.card} data-empty-reason={data?.reason}>
      <p className={classes.sentence} role="status">
        {refId === null ? null : <strong>{refId}: </strong>}
        <CodedText text={text} />
      </p>
      {data ? (
        <details open={open}>
          <summary>Parts of the expression, explained in {data.tookMs} ms</summary>
          <ExplanationDetails explanation={data} />
        </details>
      ) : null}
    </section>
  );
}
