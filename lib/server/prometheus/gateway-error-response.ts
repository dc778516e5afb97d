import { errorStatus, toAppError } from "@/lib/server/http/error-response";
import { StatusError } from "@/lib/server/http/status-error";
import type { AppError, ErrorCode } from "@/lib/shared/errors";
import { GatewayError, type GatewayErrorType } from "./gateway-error";

const typeOfCode: Record<ErrorCode, GatewayErrorType | "unauthorized" | "forbidden"> = {
  INVALID_INPUT: "bad_data",
  UNAUTHENTICATED: "unauthorized",
  FORBIDDEN: "forbidden",
  NOT_FOUND: "not_found",
  CONFLICT: "execution",
  QUOTA_EXCEEDED: "too_many_requests",
  UPSTREAM_FAILED: "unavailable",
  INTERNAL: "internal",
};

/** `{ status: "error", errorType, error }`, as every client of the Prometheus API expects. */
export function gatewayErrorResponse(error: unknown, requestId: string): Response {
  const known = toAppError(error, requestId);
  return Response.json(
    { status: "error", errorType: errorTypeOf(known), error: known.message },
    {
      status: errorStatus(known),
      headers: {
        "X-Content-Type-Options": "nosniff",
        ...(known instanceof StatusError ? known.headers : {}),
      },
    },
  );
}

function errorTypeOf(error: AppError): string {
  if (!(error instanceof GatewayError)) return typeOfCode[error.code];
  return error.errorType === "unreachable" ? "unavailable" : error.errorType;
}

/** For lines of a stream, which tell more apart. */
export function gatewayErrorType(error: AppError): GatewayErrorType {
  if (error instanceof GatewayError) return error.errorType;
  const type = typeOfCode[error.code];
  return type === "unauthorized" || type === "forbidden" ? "not_found" : type;
}
