import { createHash } from "node:crypto";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { databasePool } from "@/lib/server/db";
import { databaseUnreachable } from "@/lib/server/db-errors";
import { AppError } from "@/lib/shared/errors";

const attempts = 10;
const windowSeconds = 15 * 60;

function limiter(): RateLimiterPostgres {
  return new RateLimiterPostgres({
    storeClient: databasePool(),
    tableName: "rate_limits",
    tableCreated: true,
    keyPrefix: "sign-in",
    points: attempts,
    duration: windowSeconds,
    clearExpiredByTimeout: false,
  });
}

// A key has at most 255 characters, an address typed by somebody may have more.
function keyOf(email: string): string {
  return createHash("sha256").update(email).digest("hex");
}

/**
 * Counts one attempt before the password is looked at, in the database, so that parallel attempts and other replicas
 * count too. The key is the address alone: what names the client's address can be forged.
 * @returns false when there were too many.
 */
export async function mayAttemptSignIn(email: string): Promise<boolean> {
  try {
    await limiter().consume(keyOf(email));
    return true;
  } catch (error) {
    if (error instanceof RateLimiterRes) return false;
    throw new AppError("UPSTREAM_FAILED", databaseUnreachable, { upstream: "database" });
  }
}

export async function forgetSignInAttempts(email: string): Promise<void> {
  await limiter().delete(keyOf(email));
}
