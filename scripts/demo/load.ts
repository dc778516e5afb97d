import { setTimeout as wait } from "node:timers/promises";
import { parseArgs } from "node:util";
import { z } from "zod";
import { LOADS } from "../../monitoring/exporters/loads.ts";
import { isSystem, SYSTEMS } from "../../monitoring/exporters/systems.ts";
import { askExporter, basePortFrom, run, UsageError, wholeNumber } from "./exporter-client.ts";

const HELP = `Sends load to a running demo exporter, so that its panels move.

npm run demo:load -- <system> [--count n] [--seconds s] [--base-port p]

  <system>     ${SYSTEMS.join(", ")}
  --count      steps to send (${SYSTEMS.map((system) => `${system} ${LOADS[system].count}`).join(", ")})
  --seconds    time to spread them over (60)
  --base-port  port of the first exporter (EXPORTER_BASE_PORT, else 9801)
`;

const Sent = z.object({ title: z.string() });

async function load(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      count: { type: "string" },
      seconds: { type: "string", default: "60" },
      "base-port": { type: "string" },
      help: { type: "boolean", short: "h" },
    },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return;
  }
  const [system, ...rest] = positionals;
  if (!system || rest.length > 0) throw new UsageError(`Name one system: ${SYSTEMS.join(", ")}.`);
  if (!isSystem(system))
    throw new UsageError(`There is no system "${system}". Name one of: ${SYSTEMS.join(", ")}.`);
  const count = wholeNumber("--count", values.count ?? String(LOADS[system].count), 1, 10_000);
  const seconds = wholeNumber("--seconds", values.seconds, 0, 86_400);
  const basePort = basePortFrom(values["base-port"]);

  for (let step = 0; step < count; step++) {
    const { title } = await askExporter(system, basePort, "/load", Sent, { step });
    process.stdout.write(`${step + 1}/${count} ${title}\n`);
    if (step < count - 1) await wait((seconds * 1000) / count);
  }
  process.stdout.write(`Done. The panels of ${system} show it after the next scrape.\n`);
}

run(load);
