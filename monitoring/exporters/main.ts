import { z } from "zod";
import { startExporters } from "./start-exporters.ts";
import { DEFAULT_BASE_PORT, DEFAULT_HOST, DEFAULT_SEED } from "./systems.ts";

const Settings = z.object({
  EXPORTER_HOST: z.string().min(1).default(DEFAULT_HOST),
  EXPORTER_BASE_PORT: z.coerce.number().int().min(1).max(65_531).default(DEFAULT_BASE_PORT),
  EXPORTER_SEED: z.coerce.number().int().default(DEFAULT_SEED),
  EXPORTER_STATE_FILE: z.string().min(1).optional(),
});

async function main(): Promise<void> {
  const settings = Settings.safeParse(process.env);
  if (!settings.success) throw new Error(z.prettifyError(settings.error));
  const { data } = settings;
  const running = await startExporters({
    host: data.EXPORTER_HOST,
    basePort: data.EXPORTER_BASE_PORT,
    seed: data.EXPORTER_SEED,
    stateFile: data.EXPORTER_STATE_FILE,
  });
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.once(signal, () => void running.close().then(() => process.exit(0)));
  }
  process.stdout.write(`${JSON.stringify({ ready: true, ports: running.ports })}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
