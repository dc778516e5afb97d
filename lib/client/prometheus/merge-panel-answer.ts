import type { PanelData, TargetResult } from "@/lib/shared/panels/panel-data";
import type { TargetError } from "@/lib/shared/prometheus/panel-batch";

interface PanelAnswer {
  results: TargetResult[];
  errors: TargetError[];
  range: PanelData["range"];
  nowMs: number;
}

/** Errors that pass by themselves: what was drawn before is still the best there is. */
const passing = new Set<TargetError["errorType"]>([
  "timeout",
  "canceled",
  "unavailable",
  "unreachable",
  "too_many_requests",
  "internal",
]);

/** What a panel has after an answer: new results, or the last ones marked stale when only passing errors came. */
export function mergePanelAnswer(
  before: PanelData,
  { results, errors, range, nowMs }: PanelAnswer,
): PanelData {
  const keepsOld =
    results.length === 0 && errors.length > 0 && errors.every((error) => passing.has(error.errorType));
  if (keepsOld && before.results.length > 0) return { ...before, loading: false, errors, stale: true };
  return {
    loading: false,
    results: inOrder(results),
    errors,
    receivedAtMs: errors.length > 0 && results.length === 0 ? before.receivedAtMs : nowMs,
    stale: false,
    range: frameRange(results, range),
  };
}

/** Targets arrive as they are answered; they are drawn, and coloured, in the order of their letters. */
function inOrder(results: TargetResult[]): TargetResult[] {
  return results.toSorted((a, b) => a.refId.length - b.refId.length || (a.refId < b.refId ? -1 : 1));
}

/** A panel with a time of its own shows that: its frames lie elsewhere than the page's range. */
function frameRange(results: TargetResult[], range: PanelData["range"]): PanelData["range"] {
  const frame = results.find((result) => result.frame.kind === "range")?.frame;
  if (frame?.kind !== "range") return range;
  const fromMs = frame.startSeconds * 1_000;
  const toMs = (frame.startSeconds + (frame.length - 1) * frame.stepSeconds) * 1_000;
  const slackMs = 2 * frame.stepSeconds * 1_000;
  const same = Math.abs(fromMs - range.fromMs) <= slackMs && Math.abs(toMs - range.toMs) <= slackMs;
  return same || toMs <= fromMs ? range : { fromMs, toMs };
}
