import { Prisma } from "@/generated/prisma/client";
import { AppError } from "@/lib/shared/errors";

const unreachableCodes = new Set(["P1000", "P1001", "P1002", "P1008", "P1011", "P1017", "P2024", "P2028"]);
const networkCodes = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ENOTFOUND",
  "ETIMEDOUT",
  "EPIPE",
  "57P01",
  "57P03",
  "53300",
]);

// Characters that Postgres cannot hold: U+0000, and in jsonb escapes of it or of half a surrogate pair.
const unstorableCodes = new Set(["22021", "22P05", "22P02"]);

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}

/** The code that Postgres or the network gave, wherever Prisma and its adapter have wrapped it. */
function nestedCode(error: unknown, depth = 0): string | null {
  if (typeof error !== "object" || error === null || depth > 6) return null;
  for (const code of [fieldOf(error, "originalCode"), fieldOf(error, "code")]) {
    if (typeof code === "string" && !code.startsWith("P")) return code;
  }
  const inner = fieldOf(error, "cause") ?? fieldOf(fieldOf(error, "meta"), "driverAdapterError");
  return nestedCode(inner, depth + 1);
}

function isUnreachable(error: unknown): boolean {
  if (error instanceof Prisma.PrismaClientInitializationError) return true;
  if (error instanceof Prisma.PrismaClientKnownRequestError && unreachableCodes.has(error.code)) return true;
  if (networkCodes.has(nestedCode(error) ?? "")) return true;
  return (
    error instanceof Error &&
    /Connection terminated|timeout exceeded when trying to connect|Query read timeout/.test(error.message)
  );
}

// The disk of the data or of the log is full, or the server is out of memory for what it was asked.
const noRoomCodes = new Set(["53000", "53100", "53200"]);

const databaseFull =
  "The database has no room left on its disk. Nothing of this was saved; make room there, then try again.";

export const databaseUnreachable =
  "The database cannot be reached. Nothing was saved; try again in a moment.";

/** The one place where errors of Prisma become ours; what it does not know it gives back as it was. */
export function mapDatabaseError(error: unknown): unknown {
  if (error instanceof AppError) return error;
  if (isUnreachable(error))
    return new AppError("UPSTREAM_FAILED", databaseUnreachable, { upstream: "database" });
  if (noRoomCodes.has(nestedCode(error) ?? "")) {
    return new AppError("UPSTREAM_FAILED", databaseFull, { upstream: "database", reason: "full" });
  }
  if (unstorableCodes.has(nestedCode(error) ?? "")) {
    return new AppError(
      "INVALID_INPUT",
      "The text holds a character that cannot be stored, such as U+0000. Remove it.",
    );
  }
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return error;
  if (error.code === "P2002")
    return new AppError("CONFLICT", "Something with the same name or uid exists already. Choose another.");
  if (error.code === "P2003")
    return new AppError("CONFLICT", "Something else still belongs to it, or what it belongs to is gone.");
  if (error.code === "P2034")
    return new AppError("CONFLICT", "Somebody changed the same at the same moment. Try again.");
  return error;
}
