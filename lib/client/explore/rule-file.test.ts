import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { recordingRuleName } from "@/lib/shared/promql/recording-rule";
import { ruleFile } from "./rule-file";

describe("ruleFile", () => {
  it.each([
    'sum by (endpoint) (rate(maestro_http_requests_total{status=~"5..|4.."}[5m]))',
    "a > 1 # why: it's odd\n",
    "sum(\n  rate(a_total[5m])\n)",
    `label_replace(a, "b", "$1:'x'", "c", "(.*)\\\\.d")`,
  ])("is taken by promtool: %s", (expr) => {
    const folder = mkdtempSync(join(tmpdir(), "panelsmith-rules-"));
    const file = join(folder, "rules.yml");
    writeFileSync(file, ruleFile({ group: "explore", name: recordingRuleName(expr), expr, interval: "30s" }));
    expect(execFileSync("promtool", ["check", "rules", file], { encoding: "utf8" })).toMatch(/1 rules found/);
    rmSync(folder, { recursive: true });
  });
});
