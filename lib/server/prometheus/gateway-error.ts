import { StatusError } from "@/lib/server/http/status-error";
import type { ErrorCode } from "@/lib/shared/errors";
import type { TargetError } from "@/lib/shared/prometheus/panel-batch";

export type GatewayErrorType = TargetError["errorType"];

const answers: Record<GatewayErrorType, { status: number; code: ErrorCode }> = {
  bad_data: { status: 400, code: "INVALID_INPUT" },
  execution: { status: 422, code: "INVALID_INPUT" },
  timeout: { status: 504, code: "UPSTREAM_FAILED" },
  canceled: { status: 499, code: "UPSTREAM_FAILED" },
  unavailable: { status: 502, code: "UPSTREAM_FAILED" },
  unreachable: { status: 502, code: "UPSTREAM_FAILED" },
  too_many_requests: { status: 429, code: "QUOTA_EXCEEDED" },
  not_found: { status: 404, code: "NOT_FOUND" },
  internal: { status: 500, code: "INTERNAL" },
};

/** An error in Prometheus' own terms; `message` is free of anything about the upstream. */
export class GatewayError extends StatusError {
  readonly errorType: GatewayErrorType;

  constructor(
    errorType: GatewayErrorType,
    message: string,
    options: { status?: number; details?: unknown; headers?: Record<string, string> } = {},
  ) {
    const { status, code } = answers[errorType];
    super(options.status ?? status, code, message, options);
    this.name = "GatewayError";
    this.errorType = errorType;
  }
}
