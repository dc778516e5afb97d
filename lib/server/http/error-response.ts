import { z } from "zod";
import { log } from "@/lib/server/log";
import { AppError, type ErrorCode } from "@/lib/shared/errors";
import { StatusError } from "./status-error";

const statusOf: Record<ErrorCode, number> = {
  INVALID_INPUT: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  QUOTA_EXCEEDED: 403,
  UPSTREAM_FAILED: 502,
  INTERNAL: 500,
};

function isDatabaseError(error: AppError): boolean {
  const { details } = error;
  return (
    typeof details === "object" &&
    details !== null &&
    "upstream" in details &&
    details.upstream === "database"
  );
}

/** Of a key that does not fit, zod says only that; what to write stands below. */
function messageOf(issue: z.core.$ZodIssue): string {
  return (issue.code === "invalid_key" && issue.issues[0]?.message) || issue.message;
}

function fromZod(error: z.ZodError): AppError {
  const issues = error.issues.map((issue) => ({ path: issue.path.join("."), message: messageOf(issue) }));
  const first = issues[0];
  const where = first?.path ? `${first.path}: ` : "";
  return new AppError("INVALID_INPUT", `${where}${first?.message ?? "The input is not valid."}`, { issues });
}

/** What is unknown keeps its text to itself: the caller gets a fixed sentence and the id under which it was logged. */
export function toAppError(error: unknown, requestId: string): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof z.ZodError) return fromZod(error);
  log.error({ err: error, requestId }, "request failed");
  return new AppError(
    "INTERNAL",
    `Something went wrong here. Give the request id ${requestId} to your administrator.`,
  );
}

/** The status of an error, as every route answers it. */
export function errorStatus(error: AppError): number {
  if (error instanceof StatusError) return error.status;
  return isDatabaseError(error) ? 503 : statusOf[error.code];
}

/** The one shape of errors: `{ error: { code, message, details } }`. */
export function errorResponse(error: unknown, requestId: string): Response {
  const known = toAppError(error, requestId);
  const { code, message, details } = known;
  return Response.json(
    { error: { code, message, details: details ?? null } },
    {
      status: errorStatus(known),
      headers: {
        "Cache-Control": "private, no-store",
        ...(known instanceof StatusError ? known.headers : {}),
      },
    },
  );
}
