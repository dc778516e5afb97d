"use client";

import dynamic from "next/dynamic";
import { lazy, Suspense } from "react";
import { ErrorBoundary } from "@/components/ui/error-boundary";
import { describeError } from "@/lib/client/dashboards/describe-error";
import { needsData } from "@/lib/client/dashboards/panel-state";
import type { ReadPanel } from "@/lib/shared/dashboards/reading-model";
import type { PanelData } from "@/lib/shared/panels/panel-data";
import { PanelMessage } from "./panel-message";

interface EmptyMessageProps {
  panel: ReadPanel;
  data: PanelData;
  width: number;
  scopedVariables: Record<string, string>;
}

const PanelReason = dynamic(() => import("@/components/explain/panel-reason").then((m) => m.PanelReason), {
  ssr: false,
  loading: NoReason,
});

const NothingAsked = dynamic(() => import("@/components/explain/nothing-asked").then((m) => m.NothingAsked));

const FailureReason = lazy(async () => ({
  default: (await import("@/components/explain/panel-reason")).PanelReason,
}));

/** Failures whose cause can be looked for by asking more. */
const explained = new Set(["timeout", "execution", "unavailable", "unreachable"]);

/** Words where a query failed. */
export function ErrorMessage({ panel, data, width, scopedVariables }: EmptyMessageProps) {
  const failure = describeError(data.errors);
  const [first] = data.errors;
  const known = (
    <PanelMessage tone="error" details={failure?.details} hint={failure?.summary}>
      {failure?.summary}
    </PanelMessage>
  );
  if (!first || first.refId === "" || !explained.has(first.errorType)) return known;
  return (
    <ErrorBoundary resetKey={first} fallback={() => known}>
      <Suspense fallback={known}>
        <FailureReason
          {...{ panel, width, scopedVariables }}
          failure={failure && { ...failure, answered: first.errorType === "execution" }}
          refId={first.refId}
        />
      </Suspense>
    </ErrorBoundary>
  );
}

/** Words where there is nothing to see; the code that finds the reason is loaded with the first empty panel. */
export function EmptyMessage({ panel, data, width, scopedVariables }: EmptyMessageProps) {
  if (!needsData(panel)) return <NothingAsked panel={panel} />;
  const refId = data.results[0]?.refId;
  return (
    <ErrorBoundary resetKey={panel} fallback={NoReason}>
      <PanelReason panel={panel} refId={refId} width={width} scopedVariables={scopedVariables} />
    </ErrorBoundary>
  );
}

/** Until the reason is found, and where it cannot be looked for. */
function NoReason() {
  return <PanelMessage>No data in this time range.</PanelMessage>;
}
