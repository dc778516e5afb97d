import { parseArgs } from "node:util";
import { z } from "zod";
import { FAULTS, findFault } from "../../monitoring/exporters/faults.ts";
import { askExporter, basePortFrom, run, UsageError, wholeNumber } from "./exporter-client.ts";

const HELP = `Makes a demo system fail, so that its alert fires, and recover.

npm run demo:fault -- <name> [--minutes n] [--clear] [--base-port p]
npm run demo:fault -- --list

  --minutes    how long it lasts (10)
  --clear      ends it now
  --list       names every fault and what it looks like
  --base-port  port of the first exporter (EXPORTER_BASE_PORT, else 9801)
`;

const Started = z.object({ until: z.number() });
const Cleared = z.object({ cleared: z.boolean() });

async function fault(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      minutes: { type: "string", default: "10" },
      clear: { type: "boolean", default: false },
      list: { type: "boolean", default: false },
      "base-port": { type: "string" },
      help: { type: "boolean", short: "h" },
    },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return;
  }
  if (values.list) {
    process.stdout.write(FAULTS.map(({ name, says }) => `${name.padEnd(34)}${says}\n`).join(""));
    return;
  }
  const minutes = wholeNumber("--minutes", values.minutes, 1, 24 * 60);
  await change(positionals, minutes, values.clear, basePortFrom(values["base-port"]));
}

async function change(
  names: readonly string[],
  minutes: number,
  clear: boolean,
  basePort: number,
): Promise<void> {
  const known = FAULTS.map(({ name }) => name).join(", ");
  const [name, ...rest] = names;
  if (!name || rest.length > 0) throw new UsageError(`Name one fault: ${known}.`);
  const found = findFault(name);
  if (!found) throw new UsageError(`There is no fault "${name}". Name one of: ${known}.`);

  if (clear) {
    const { cleared } = await askExporter(found.system, basePort, "/fault", Cleared, { fault: name, clear });
    process.stdout.write(cleared ? `${name} is over.\n` : `${name} was not on.\n`);
    return;
  }
  const { until } = await askExporter(found.system, basePort, "/fault", Started, { fault: name, minutes });
  process.stdout.write(
    `${found.says} Until ${new Date(until * 1000).toISOString()}; --clear ends it sooner.\n`,
  );
}

run(fault);
