import { AppError } from "@/lib/shared/errors";

export type GrafanaFailureReason =
  | "unreachable"
  | "timeout"
  | "not-grafana"
  | "too-large"
  | "unauthorized"
  | "forbidden"
  | "not-found"
  | "version-mismatch"
  | "name-exists"
  | "provisioned"
  | "unsupported-schema"
  | "invalid"
  | "quota"
  | "busy"
  | "server";

/** A call to Grafana that did not do what it was for. The message names no credential and no address of the answer. */
export class GrafanaFailure extends AppError {
  readonly reason: GrafanaFailureReason;
  readonly status: number | undefined;

  constructor(reason: GrafanaFailureReason, message: string, status?: number) {
    super("UPSTREAM_FAILED", message, { reason, ...(status === undefined ? {} : { status }) });
    this.reason = reason;
    this.status = status;
  }
}
