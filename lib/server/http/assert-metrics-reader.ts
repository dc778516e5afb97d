import { createHash, timingSafeEqual } from "node:crypto";
import { env } from "@/lib/server/env";
import { AppError } from "@/lib/shared/errors";

/** Metrics name every tenant: where a token is set, only who knows it reads them. */
export function assertMetricsReader(request: Request): void {
  const token = env().PANELSMITH_METRICS_TOKEN;
  if (token === undefined) return;
  const given = /^Bearer ([\x21-\x7e]{1,256})$/i.exec(request.headers.get("authorization") ?? "")?.[1] ?? "";
  if (timingSafeEqual(digest(given), digest(token))) return;
  throw new AppError(
    "UNAUTHENTICATED",
    "Send the token of PANELSMITH_METRICS_TOKEN as: Authorization: Bearer.",
  );
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
