import type { TargetError } from "@/lib/shared/prometheus/panel-batch";

export interface ErrorDescription {
  /** What failed and what to do about it. */
  summary: string;
  details: string;
}

const summaries: Record<Exclude<TargetError["errorType"], "not_found">, string> = {
  bad_data: "Query {ref} cannot be read. Correct its expression.",
  execution: "Prometheus could not run query {ref}. Check its expression.",
  timeout: "Query {ref} took too long. Shorten the time range or select fewer series.",
  canceled: "Query {ref} was cancelled. Refresh to ask again.",
  unavailable: "Prometheus is not available at the moment. It is asked again with the next refresh.",
  unreachable: "Prometheus does not answer. An administrator can check the datasource's address.",
  too_many_requests: "The tenant's query limit is reached. Wait a moment, or refresh less often.",
  internal: "The console failed to answer query {ref}. Refresh to ask again.",
};

const tooLarge = /^The answer is larger than (\d+ MB)/;

function summaryOf({ errorType, message, refId }: TargetError): string {
  // The console itself has not answered, or has nothing to ask, and has said why.
  if (refId === "" || errorType === "not_found") return message;
  const [, size] = tooLarge.exec(message) ?? [];
  return size
    ? `Query {ref} answers with more than ${size}. Narrow it, or aggregate its series.`
    : summaries[errorType];
}

/** One sentence for the panel; what Prometheus itself said goes to the folded details. */
export function describeError(errors: readonly TargetError[]): ErrorDescription | null {
  const [first] = errors;
  if (!first) return null;
  const others = new Set(errors.map((error) => error.refId)).size - 1;
  const more = others > 0 ? ` ${others} more ${others === 1 ? "query" : "queries"} failed.` : "";
  return {
    summary: summaryOf(first).replace("{ref}", first.refId) + more,
    details: errors
      .map(({ refId, message, expr }) =>
        [refId === "" ? message : `${refId}: ${message}`, expr].filter(Boolean).join("\n"),
      )
      .join("\n\n"),
  };
}

/** "3 min ago", as the note of a stale panel says it. */
export function agoText(sinceMs: number, nowMs: number): string {
  const seconds = Math.max(0, Math.round((nowMs - sinceMs) / 1_000));
  if (seconds < 60) return `${seconds} s ago`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes} min ago`;
  const hours = Math.round(minutes / 60);
  return hours < 48 ? `${hours} h ago` : `${Math.round(hours / 24)} days ago`;
}
