import { spawn } from "node:child_process";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "@/scripts/start/ports.ts";
import { type Backfill, stopChild, type TestPrometheus, toOpenMetrics, untilReady } from "./prometheus";

/** Starts the `victoria-metrics` of the PATH on a free port, with these series already stored. */
export async function startTestVictoriaMetrics(backfill: Backfill): Promise<TestPrometheus> {
  const folder = await mkdtemp(join(tmpdir(), "panelsmith-victoria-"));
  const url = `http://127.0.0.1:${await freePort(0)}`;
  const child = spawn(
    "victoria-metrics",
    [
      `-httpListenAddr=${new URL(url).host}`,
      `-storageDataPath=${folder}`,
      "-retentionPeriod=100y",
      "-loggerLevel=ERROR",
      "-memory.allowedBytes=64MB",
    ],
    { stdio: "ignore" },
  );
  await untilReady(`${url}/health`);
  const lines = toOpenMetrics(backfill)
    .replace(/ (\d+)$/gm, " $1000")
    .replace(/^#.*$/gm, "");
  await expectOk(fetch(`${url}/api/v1/import/prometheus`, { method: "POST", body: lines }));
  await expectOk(fetch(`${url}/internal/force_flush`));
  return { url, stop: () => stopChild(child, folder) };
}

async function expectOk(answer: Promise<Response>): Promise<void> {
  const { ok, status } = await answer;
  if (!ok) throw new Error(`VictoriaMetrics answered with status ${status}.`);
}
