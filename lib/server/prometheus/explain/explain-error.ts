import { GatewayError } from "@/lib/server/prometheus/gateway-error";
import { type ProbeResult, probeDatasource } from "@/lib/server/prometheus/probe-datasource";
import type { AppError } from "@/lib/shared/errors";
import type { EmptyReason, Finding } from "@/lib/shared/promql/explain/explanation";
import type { ExpressionNode } from "@/lib/shared/promql/explain/expression-tree";
import { can } from "@/lib/shared/tenants/permissions";
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
  if (type === "execution") return explainExecution(message, root);
  if (type === "bad_data" || (type === null && error.code === "INVALID_INPUT"))
    return { reason: "bad_data", message };
  if (type === null || type === "internal") throw error;
  return explainUpstream(error, target);
}

/** Texts of Prometheus and of the gateway alike. */
const limits =
  /too many samples|more than [\d,]+ points|larger than \d+ MB|longer than \d+ (days|kB)|nested more than|exceeded (maximum )?(resolution|.*limit)|too many (series|chunks|bytes)|this tenant may have/i;

function explainExecution(message: string, root: ExpressionNode | null): Finding {
  const group = /many-to-many|multiple matches|many-to-one|one-to-many|duplicate (time )?series/i.test(
    message,
  );
  if (!group) return { reason: "bad_data", message: `Prometheus cannot run the expression: ${message}` };
  const text = root?.kind === "binary" ? ` of \`${root.word}\`` : "";
  return {
    reason: "no_match",
    message: `Several series of one side${text} fit the same series of the other. Name the labels that tell them apart with on (...), or say group_left or group_right for the side that has more.`,
    evidence: [message],
  };
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
  return kind === "unreachable" || kind === "refused" ? "unreachable" : "not_prometheus";
}
