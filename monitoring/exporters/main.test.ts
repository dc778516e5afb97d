import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { SYSTEMS } from "./systems.ts";
import { runExporters } from "./testing/run-exporters.ts";

const run = promisify(execFile);
const NODE = join(import.meta.dirname, "../../node_modules/.bin/node");
const main = join(import.meta.dirname, "main.ts");

const running = runExporters();

it("prints its ports, and ends on SIGTERM", async () => {
  const base = 20_000 + (process.pid % 2400) * 5;
  const called = run(NODE, [main], { env: { ...process.env, EXPORTER_BASE_PORT: `${base}` } });
  const line = await new Promise<string>((resolve) =>
    called.child.stdout?.once("data", (data: Buffer) => resolve(String(data))),
  );
  expect(JSON.parse(line)).toEqual({
    ready: true,
    ports: Object.fromEntries(SYSTEMS.map((system, index) => [system, base + index])),
  });
  called.child.kill("SIGTERM");
  await called;
  expect(called.child.exitCode).toBe(0);
});

it("says which port is taken", async () => {
  const taken = running().ports.codeconductor;
  const called = run(NODE, [main], { env: { ...process.env, EXPORTER_BASE_PORT: `${taken}` } });
  await expect(called).rejects.toMatchObject({
    code: 1,
    stderr: `Port ${taken} for the codeconductor exporter is taken. Stop what uses it or set EXPORTER_BASE_PORT.\n`,
  });
});

it("names a setting that is wrong", async () => {
  const called = run(NODE, [main], { env: { ...process.env, EXPORTER_BASE_PORT: "many" } });
  await expect(called).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining("EXPORTER_BASE_PORT"),
  });
});
