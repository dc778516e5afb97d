import { execFile } from "node:child_process";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { SYSTEMS, type System } from "../../monitoring/exporters/systems.ts";
import { runExporters } from "../../monitoring/exporters/testing/run-exporters.ts";

const run = promisify(execFile);
const ROOT = join(import.meta.dirname, "../..");
const NODE = join(ROOT, "node_modules/.bin/node");

const running = runExporters();

async function sample(system: System, series: string): Promise<number> {
  const metrics = await (await fetch(`http://127.0.0.1:${running().ports[system]}/metrics`)).text();
  const line = metrics.split("\n").find((text) => text.startsWith(`${series} `));
  return Number(line?.split(" ").at(-1) ?? Number.NaN);
}

async function script(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const called = run(NODE, args, { cwd: ROOT });
  const { stdout, stderr } = await called.catch((error: { stdout: string; stderr: string }) => error);
  return { code: called.child.exitCode ?? 0, out: stdout, err: stderr };
}

describe("the demo scripts", () => {
  const load = join(ROOT, "scripts/demo/load.ts");
  const fault = join(ROOT, "scripts/demo/fault.ts");

  it("explain themselves", async () => {
    expect((await script(load, "--help")).out).toContain("--count");
    expect((await script(fault, "--help")).out).toContain("--minutes");
    expect((await script(fault, "--list")).out.trim().split("\n")).toHaveLength(15);
  });

  it.each([
    [[load, "nonsense"], "codeconductor, ml-training, automation, maestro, bookmarkai"],
    [[load], "Name one system"],
    [[load, "maestro", "--count", "-x"], "--count"],
    [[load, "maestro", "--count=0"], "--count takes a whole number"],
    [[load, "maestro", "--unknown"], "--unknown"],
    [[load, "maestro", "--base-port", "1"], "No exporter of maestro answers"],
    [[fault, "nonsense"], "bookmarkai-queue-backlog"],
    [[fault, "maestro-quota", "--minutes", "x"], "--minutes"],
  ])("refuse %j in one line", async (args, says) => {
    const { code, out, err } = await script(...args);
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toContain(says);
    expect(err).not.toContain("    at ");
  });

  it("send ten tasks and name each", async () => {
    const before = await sample("codeconductor", "codeconductor_total_requests");
    const { code, out } = await script(load, "codeconductor", "--seconds", "1", ...basePort("codeconductor"));
    expect({ code, lines: out.split("\n").length }).toEqual({ code: 0, lines: 12 });
    expect(out).toContain("10/10 ");
    await wait(1100);
    expect(await sample("codeconductor", "codeconductor_total_requests")).toBeGreaterThanOrEqual(before + 10);
  }, 15_000);

  it("start a fault and clear it", async () => {
    const name = "maestro-quota";
    const series = 'maestro_tenant_quota_usage_ratio{tenant_id="acme",resource_type="models"}';
    expect((await script(fault, name, "--minutes", "2", ...basePort("maestro"))).out).toContain("Until ");
    expect(await sample("maestro", series)).toBe(0.93);
    expect((await script(fault, name, "--clear", ...basePort("maestro"))).out).toContain("is over");
    expect(await sample("maestro", series)).toBeLessThan(0.8);
    expect((await script(fault, name, "--clear", ...basePort("maestro"))).out).toContain("was not on");
  });

  /** The ports of this test are unrelated, so each script gets the base that leads to its system. */
  function basePort(system: System): string[] {
    return ["--base-port", `${running().ports[system] - SYSTEMS.indexOf(system)}`];
  }
});
