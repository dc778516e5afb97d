import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A Prometheus that looks at these rules every second, started until all of them are active. */
export async function startAlertingPrometheus(
  rules: object[],
): Promise<{ url: string; stop: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), "panelsmith-alerting-"));
  const config = { global: { evaluation_interval: "1s" }, rule_files: ["rules.yml"] };
  // JSON is YAML, too.
  await writeFile(join(folder, "prometheus.yml"), JSON.stringify(config));
  await writeFile(join(folder, "rules.yml"), JSON.stringify({ groups: [{ name: "tests", rules }] }));
  const address = `127.0.0.1:${await freePort()}`;
  const child = spawn(
    "prometheus",
    [
      `--config.file=${join(folder, "prometheus.yml")}`,
      `--storage.tsdb.path=${join(folder, "data")}`,
      `--web.listen-address=${address}`,
      "--log.level=error",
    ],
    { stdio: "ignore" },
  );
  const url = `http://${address}`;
  const stop = async () => {
    if (child.exitCode === null && child.kill()) await once(child, "exit");
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await untilActive(url, rules.length);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, stop };
}

/** As the console asks: at the last whole second. */
async function untilActive(url: string, count: number): Promise<void> {
  for (let tries = 0; tries < 150; tries++) {
    const query = new URLSearchParams({ query: "ALERTS", time: String(Math.floor(Date.now() / 1_000)) });
    const answer = await fetch(`${url}/api/v1/query?${query}`).catch(() => null);
    if (answer?.ok && (await answer.text()).split('"alertname"').length > count) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("The alerts did not become active.");
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  return typeof address === "object" && address !== null ? address.port : 0;
}
