import { z } from "zod";
import { DEFAULT_BASE_PORT, portOf, type System } from "../../monitoring/exporters/systems.ts";

/** Ends the script with a sentence instead of a stack. */
export class UsageError extends Error {}

const ErrorBody = z.object({ error: z.string() });

/** The exporters' base port: the argument, else EXPORTER_BASE_PORT, else the default. */
export function basePortFrom(argument: string | undefined): number {
  const text = argument ?? process.env.EXPORTER_BASE_PORT ?? String(DEFAULT_BASE_PORT);
  return wholeNumber("--base-port", text, 1, 65_531);
}

export function wholeNumber(name: string, text: string, min: number, max: number): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < min || value > max) {
    throw new UsageError(`${name} takes a whole number from ${min} to ${max}, not "${text}".`);
  }
  return value;
}

/** Asks a running exporter and checks its answer. */
export async function askExporter<Schema extends z.ZodType>(
  system: System,
  basePort: number,
  path: string,
  schema: Schema,
  body?: object,
): Promise<z.output<Schema>> {
  const url = `http://127.0.0.1:${portOf(system, basePort)}${path}`;
  const response = await fetch(url, {
    method: body ? "POST" : "GET",
    headers: { "content-type": "application/json" },
    body: body ? JSON.stringify(body) : undefined,
    signal: AbortSignal.timeout(10_000),
  }).catch(() => {
    throw new UsageError(
      `No exporter of ${system} answers at ${url}. Start the demo, or name its --base-port.`,
    );
  });
  const answer: unknown = await response.json().catch(() => null);
  const failure = ErrorBody.safeParse(answer);
  if (failure.success) throw new UsageError(failure.data.error);
  const parsed = schema.safeParse(answer);
  if (!response.ok || !parsed.success) throw new UsageError(`${url} is not a demo exporter.`);
  return parsed.data;
}

/** Runs a script: a usage error is one line and exit code 1. */
export function run(script: () => Promise<void>): void {
  script().catch((error: unknown) => {
    const isUsage = error instanceof UsageError || (error instanceof TypeError && "code" in error);
    process.stderr.write(
      `${error instanceof Error ? (isUsage ? error.message : error.stack) : String(error)}\n`,
    );
    process.exitCode = 1;
  });
}
