import { isUtf8 } from "node:buffer";
import { parseInPieces } from "@/lib/server/parse-in-pieces";
import { isJsonObject } from "@/lib/shared/json";
import { checkAnswer } from "./check-answer";
import { cleanRemarks } from "./clean-remarks";
import { cleanText } from "./clean-text";
import type { PrometheusDatasource } from "./datasource";
import type { EndpointName } from "./endpoints";
import { GatewayError, type GatewayErrorType } from "./gateway-error";
import { notReady } from "./not-ready";
import type { UpstreamAnswer } from "./upstream";

/** What a Prometheus said, checked, and clean of anything about itself. */
export interface ReadAnswer {
  data: unknown;
  warnings: string[];
  infos: string[];
  /** The answer as it came, when it may be handed on unchanged. */
  bytes: Uint8Array<ArrayBuffer> | null;
}

/** @throws GatewayError for an error of the upstream, and for whatever is no answer of the Prometheus API. */
export async function readAnswer(
  endpoint: EndpointName,
  answer: UpstreamAnswer,
  datasource: Pick<PrometheusDatasource, "url" | "headers" | "matchers">,
): Promise<ReadAnswer> {
  const parsed = await parseInPieces(answer.bytes);
  if (answer.status === 200) {
    const checked = checkAnswer(endpoint, parsed);
    if (!checked) throw notPrometheus(answer);
    const warnings = cleanRemarks(checked.warnings, datasource);
    const infos = cleanRemarks(checked.infos, datasource);
    const bytes = checked.bare && isUtf8(answer.bytes) ? answer.bytes : null;
    return { data: checked.data, warnings, infos, bytes };
  }
  throw toError(answer, parsed, datasource);
}

function toError(
  answer: UpstreamAnswer,
  parsed: unknown,
  datasource: Pick<PrometheusDatasource, "url" | "headers" | "matchers">,
): GatewayError {
  if (answer.status === 401 || answer.status === 403) {
    return new GatewayError(
      "unavailable",
      "The datasource refuses the console's credentials. An administrator can renew them.",
    );
  }
  if (answer.status === 429) {
    return new GatewayError("too_many_requests", "The datasource takes no more queries at the moment.", {
      headers: { "Retry-After": answer.retryAfter ?? "5" },
    });
  }
  if (isJsonObject(parsed) && parsed.status === "error" && typeof parsed.error === "string") {
    return new GatewayError(
      errorTypeOf(parsed.errorType, answer.status),
      cleanText(parsed.error, datasource),
    );
  }
  return notPrometheus(answer);
}

const passedOn: readonly GatewayErrorType[] = [
  "bad_data",
  "execution",
  "timeout",
  "canceled",
  "unavailable",
  "not_found",
];

/** Other engines have types of their own; then the status tells whose fault it is. */
function errorTypeOf(type: unknown, status: number): GatewayErrorType {
  const known = passedOn.find((one) => one === type);
  if (known) return known;
  return status === 400 ? "bad_data" : status === 422 ? "execution" : "unavailable";
}

function notPrometheus({ status }: UpstreamAnswer): GatewayError {
  const details = { reason: "not_prometheus", status };
  const waiting = notReady(status);
  if (waiting) return new GatewayError("unavailable", waiting, { details });
  const what =
    status >= 300 && status < 400
      ? "a redirect. Check its URL."
      : status >= 500
        ? `an error of its own (status ${status}). Its log says why.`
        : `something that is no answer of the Prometheus API (status ${status}). Check its URL.`;
  return new GatewayError("unavailable", `The datasource answers with ${what}`, { details });
}
