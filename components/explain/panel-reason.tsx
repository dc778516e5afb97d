"use client";

import { useDebouncedValue } from "@mantine/hooks";
import { useRef } from "react";
import { useDashboardRuntime } from "@/components/dashboards/dashboard-runtime";
import { PanelMessage } from "@/components/dashboards/panel-message";
import { draftQuestion } from "@/components/editor/draft-question";
import { useNearViewport } from "@/lib/client/dashboards/use-near-viewport";
import { explainPanel } from "@/lib/client/explain/explain-panel";
import { useQuery } from "@/lib/client/queries";
import type { ReadPanel } from "@/lib/shared/dashboards/reading-model";
import type { EmptyExplanation, EmptyReason } from "@/lib/shared/promql/explain/explanation";
import { CodedText } from "./coded-text";
import classes from "./explain.module.css";
import { ExplanationDetails } from "./explanation-details";
import { FixButton } from "./fix-button";

interface PanelReasonProps {
  panel: ReadPanel;
  /** The query to explain. */
  refId: string | undefined;
  width: number;
  scopedVariables: Record<string, string>;
  /** What is known already where the query failed instead of finding nothing. */
  failure?: Failure | null;
}

interface Failure {
  summary: string;
  details: string;
  /** Prometheus answered, and said why not. */
  answered: boolean;
}

const bucketMs = 300_000;
const draftRestMs = 600;
const plain = "No data in this time range.";

/** What makes an asked Prometheus refuse a query, and what keeps it from answering. Other findings explain emptiness. */
const refusing = new Set<EmptyReason>(["bad_data", "limit", "no_match", "unknown"]);
const silencing = new Set<EmptyReason>([
  ...(["timeout", "unreachable", "unauthorized"] as const),
  ...(["not_prometheus", "datasource_unknown"] as const),
]);

/** Whether the finding is the cause of the failure: what is found later may be of another moment. */
function isCause(reason: EmptyReason, { answered }: Failure): boolean {
  return refusing.has(reason) || (!answered && silencing.has(reason));
}

/** Why a panel is empty or its query failed, in one sentence; the cause is looked for once it is in view. */
export function PanelReason({ panel, refId, width, scopedVariables, failure }: PanelReasonProps) {
  const { tenant, uid, mode, range, variables } = useDashboardRuntime();
  const root = useRef<HTMLDivElement>(null);
  const near = useNearViewport(root);
  // While one types, the panel as it was half a second ago is good enough.
  const [draft] = useDebouncedValue(mode === "edit" ? panel.raw : undefined, draftRestMs);
  const question = {
    tenant,
    dashboardUid: uid,
    variables,
    panelId: panel.id,
    panel: draft && draftQuestion(draft),
    scopedVariables,
    refId,
  };
  const bucket = [range.fromMs, range.toMs].map((at) => Math.round(at / bucketMs));
  const asked = JSON.stringify(question);
  const { data } = useQuery({
    queryKey: ["explain", asked, ...bucket],
    placeholderData: (before: EmptyExplanation | undefined, query) =>
      query?.queryKey[1] === asked ? before : undefined,
    enabled: near === true,
    retry: false,
    staleTime: bucketMs,
    queryFn: ({ signal }) =>
      explainPanel(
        { ...question, range, maxDataPoints: Math.min(11_000, Math.max(1, Math.round(width))) },
        signal,
      ),
  });
  const known = data && (failure ? isCause(data.reason, failure) : data.reason !== "not_empty") ? data : null;
  const message = known?.message ?? failure?.summary ?? plain;
  return (
    <div ref={root} className={classes.place}>
      <PanelMessage
        hint={message}
        tone={failure ? "error" : undefined}
        data-empty-reason={known?.reason}
        details={detailsOf(failure, failure ? data : known)}
        action={
          known?.fix && refId ? <FixButton panelId={panel.id} refId={refId} fix={known.fix} /> : undefined
        }
      >
        <CodedText text={message} />
      </PanelMessage>
    </div>
  );
}

function detailsOf(failure: PanelReasonProps["failure"], explanation: EmptyExplanation | null | undefined) {
  if (!failure) return explanation ? <ExplanationDetails explanation={explanation} /> : undefined;
  return (
    <>
      <code>{failure.details}</code>
      {explanation ? <ExplanationDetails explanation={explanation} /> : null}
    </>
  );
}
