import { log } from "@/lib/server/log";
import { cleanUp } from "./clean-up";

const firstMs = 60_000;
const everyMs = 3_600_000;

// Kept outside the module, because a development server loads modules again and again.
const holder: { panelsmithJobs?: NodeJS.Timeout } & typeof globalThis = globalThis;

/** What the console does by itself. Every replica starts it; a job sees to it that nothing is done twice. */
export function startJobs(): void {
  clearTimeout(holder.panelsmithJobs);
  plan(firstMs);
}

function plan(delayMs: number): void {
  holder.panelsmithJobs = setTimeout(run, delayMs);
  holder.panelsmithJobs.unref();
}

async function run(): Promise<void> {
  try {
    await cleanUp();
  } catch (error) {
    log.warn({ error }, "Cleaning up waits for its next turn.");
  }
  plan(everyMs);
}
