import { GatewayError } from "@/lib/server/prometheus/gateway-error";
import { type ProbeResult, probeDatasource } from "@/lib/server/prometheus/probe-datasource";
import type { AppError } from "@/lib/shared/errors";
import type { EmptyReason, ExplainFix, Finding } from "@/lib/shared/promql/explain/explanation";
import { type ExpressionNode, nodesOf } from "@/lib/shared/promql/explain/expression-tree";
import { can } from "@/lib/shared/tenants/permissions";
import { explainSource } from "./explain-source";
import { matchFix } from "./find-matching";
import { findMisnamedMatch } from "./find-misnamed-label";
import type { ExplainTarget } from "./run-explanation";

const probeTimeoutMs = 400;

/** What an error of the gateway says about the chain from the query to the samples. */
export async function explainError(
  error: AppError,
  target: ExplainTarget,
  root: ExpressionNode | null,
): Promise<Finding> {
  const type = error instanceof GatewayError ? error.errorType : null;
  const { message } = error;
  if (type === "too_many_requests") return { reason: "limit", message };
  if (limits.test(message)) return { reason: "limit", message };
  if (type === "execution") return explainExecution(message, target, root);
  if (type === "bad_data" || (type === null && error.code === "INVALID_INPUT"))
    return { reason: "bad_data", message: message.replace(whichParameter, "") };
  if (type === null || type === "internal") throw error;
  return explainUpstream(error, target);
}

/** Said of instant queries alone, and there is one text that it can be. */
const whichParameter = /^invalid parameter "query": /;
/** Texts of Prometheus and of the gateway alike. */
const limits =
  /too many samples|more than [\d,]+ points|larger than \d+ MB|longer than \d+ (days|kB)|nested more than|exceeded (maximum )?(resolution|.*limit)|too many (series|chunks|bytes)|this tenant may have/i;

async function explainExecution(
  message: string,
  { datasource, grid, signal }: ExplainTarget,
  root: ExpressionNode | null,
): Promise<Finding> {
  const group = /many-to-many|multiple matches|many-to-one|one-to-many|duplicate (time )?series/i.test(
    message,
  );
  if (!group) return { reason: "bad_data", message: `Prometheus cannot run the expression: ${message}` };
  const join = onlyJoin(root);
  const source = explainSource({ datasource, signal, timeoutMs: probeTimeoutMs });
  const misnamed = join ? await findMisnamedMatch(join, grid.endSeconds, source).catch(() => null) : null;
  if (misnamed) return { ...misnamed, evidence: [message] };
  const text = join ? ` of \`${join.word}\`` : "";
  return {
    reason: "no_match",
    message: `Several series of one side${text} fit the same series of the other. Name the labels that tell them apart with on (...), or say group_left or group_right for the side that has more.`,
    evidence: [message],
    fix: /many-to-one matching must be explicit/.test(message) ? groupLeft(join) : null,
  };
}

/** Prometheus does not tell of which operator it speaks: so it is known where there is only one. */
function onlyJoin(root: ExpressionNode | null): ExpressionNode | null {
  const joins = (root ? nodesOf(root) : []).filter(
    ({ kind, children }) => kind === "binary" && children.every(({ gives }) => gives === "vector"),
  );
  return joins.length === 1 ? (joins[0] ?? null) : null;
}

function groupLeft(join: ExpressionNode | null): ExplainFix | null {
  if (!join || /group_/i.test(join.modifier)) return null;
  return matchFix(join, `${join.modifier} group_left`.trim());
}

async function explainUpstream(
  error: AppError,
  { datasource, ctx, signal }: ExplainTarget,
): Promise<Finding> {
  const slow = error instanceof GatewayError && error.errorType === "timeout";
  const probe = await probeDatasource({ ...datasource, signal, timeoutMs: probeTimeoutMs });
  if (probe.ok) {
    return slow
      ? {
          reason: "timeout",
          message:
            "Prometheus answers, but not this query in time. Shorten the range, select fewer series, or record the expression by a rule.",
        }
      : { reason: "unknown", message: error.message };
  }
  if (slow && probe.kind === "unreachable") {
    const message =
      "The datasource takes the question but does not answer. Check whether it is overloaded or stuck.";
    return { reason: "timeout", message };
  }
  const url =
    probe.suggestedUrl !== undefined && can(ctx.role, "datasource:write") ? probe.suggestedUrl : null;
  return {
    reason: reasonOf(probe),
    message: probe.message,
    fix: url === null ? null : { kind: "datasource_url", url },
  };
}

function reasonOf({ kind }: ProbeResult): EmptyReason {
  if (kind === "unauthorized") return "unauthorized";
  const isAway = kind === "unreachable" || kind === "refused" || kind === "not_ready";
  return isAway ? "unreachable" : "not_prometheus";
}
