import { AppError, type ErrorCode } from "@/lib/shared/errors";

/** An AppError whose HTTP status is narrower than its code's, for example 413 or 415 for INVALID_INPUT. */
export class StatusError extends AppError {
  readonly status: number;
  readonly headers: Record<string, string>;

  constructor(
    status: number,
    code: ErrorCode,
    message: string,
    options: { details?: unknown; headers?: Record<string, string> } = {},
  ) {
    super(code, message, options.details);
    this.name = "StatusError";
    this.status = status;
    this.headers = options.headers ?? {};
  }
}
