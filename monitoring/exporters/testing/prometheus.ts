import { execFileSync, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { z } from "zod";

export const hasPromtool = isOnPath("promtool");
export const hasPrometheus = hasPromtool && isOnPath("prometheus");

const Matrix = z.object({
  status: z.literal("success"),
  data: z.object({
    result: z.array(
      z.object({
        metric: z.record(z.string(), z.string()),
        values: z.array(z.tuple([z.number(), z.string()])),
      }),
    ),
  }),
});
export type RangeSeries = z.infer<typeof Matrix>["data"]["result"][number];

export interface TestPrometheus {
  queryRange(expr: string, from: number, to: number, stepSeconds?: number): Promise<RangeSeries[]>;
  close(): Promise<void>;
}

/** A Prometheus that serves what an OpenMetrics file holds, and scrapes nothing. */
export async function prometheusOver(openMetricsFile: string): Promise<TestPrometheus> {
  const folder = mkdtempSync(join(tmpdir(), "exporters-prometheus-"));
  const store = join(folder, "store");
  createBlocks(openMetricsFile, store);
  const config = join(folder, "prometheus.yml");
  writeFileSync(config, "scrape_configs: []\n");
  const port = await freePort();
  const child = spawn(
    "prometheus",
    [
      `--config.file=${config}`,
      `--storage.tsdb.path=${store}`,
      "--storage.tsdb.retention.time=50y",
      `--web.listen-address=127.0.0.1:${port}`,
    ],
    { stdio: "ignore" },
  );
  const exited = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const url = `http://127.0.0.1:${port}`;
  await isReady(url);
  return {
    queryRange: async (expr, from, to, stepSeconds = 15) => {
      const body = new URLSearchParams({
        query: expr,
        start: `${from}`,
        end: `${to}`,
        step: `${stepSeconds}`,
      });
      const answer: unknown = await (
        await fetch(`${url}/api/v1/query_range`, { method: "POST", body })
      ).json();
      return Matrix.parse(answer).data.result;
    },
    close: async () => {
      child.kill("SIGTERM");
      await exited;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export function createBlocks(openMetricsFile: string, store: string): void {
  execFileSync("promtool", ["tsdb", "create-blocks-from", "openmetrics", "--quiet", openMetricsFile, store], {
    stdio: ["ignore", "ignore", "pipe"],
  });
}

async function isReady(url: string): Promise<void> {
  for (let attempt = 0; attempt < 800; attempt++) {
    const found = await fetch(`${url}/-/ready`).catch(() => null);
    if (found?.ok) return;
    await wait(50);
  }
  throw new Error("Prometheus did not get ready.");
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

function isOnPath(program: string): boolean {
  return spawnSync(program, ["--version"], { stdio: "ignore" }).status === 0;
}
