"use client";

import { Button } from "@mantine/core";
import { CodedText } from "@/components/explain/coded-text";
import { ExplanationDetails } from "@/components/explain/explanation-details";
import { fixLabel } from "@/components/explain/fix-label";
import { explainExpression } from "@/lib/client/explain/explain-expression";
import { useQuery } from "@/lib/client/queries";
import type { EmptyExplanation, ExplainFix } from "@/lib/shared/promql/explain/explanation";
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
  /** Runs the query as mended. */
  onMend: (expr: string) => void;
  onRange: (range: TimeRange) => void;
}

const bucketMs = 60_000;

/** Why a query is empty, or how many series each of its parts has. */
export function ExplainView({ tenant, datasource, refId, expr, range, open, ...on }: ExplainViewProps) {
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
      {data?.fix ? <MendButton expr={expr} fix={data.fix} {...on} /> : null}
      {data ? (
        <details open={open}>
          <summary>Parts of the expression, explained in {data.tookMs} ms</summary>
          <ExplanationDetails explanation={data} />
        </details>
      ) : null}
    </section>
  );
}

interface MendButtonProps extends Pick<ExplainViewProps, "expr" | "onMend" | "onRange"> {
  fix: ExplainFix;
}

function MendButton({ expr, fix, onMend, onRange }: MendButtonProps) {
  if (fix.kind === "datasource_url") return null;
  const style = { size: "compact-sm", variant: "default", mt: 4 } as const;
  if (fix.kind === "time_range") {
    const range = { fromMs: Math.round(fix.fromMs), toMs: Math.round(fix.toMs) };
    return (
      <Button {...style} onClick={() => onRange(range)}>
        Show that time
      </Button>
    );
  }
  const { from, to } = fix;
  if (!expr.includes(from)) return null;
  return (
    <Button {...style} onClick={() => onMend(expr.replace(from, () => to))}>
      {fixLabel(fix)}
    </Button>
  );
}
