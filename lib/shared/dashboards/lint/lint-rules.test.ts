import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { applyEdits } from "@/lib/shared/dashboards/edit/apply-edits";
import type { DashboardDocument } from "@/lib/shared/dashboards/reading-model";
import { lintDashboard } from "./lint-dashboard";
import type { LintFacts } from "./lint-facts";
import { lintRules } from "./lint-rules";
import { ruleExamples } from "./testing/rule-examples";

const others = [{ uid: "taken", title: "Another", place: "elsewhere" }];

function findingsOf(rule: string, document: DashboardDocument) {
  const facts: LintFacts = { metricsOf: () => ruleExamples[rule]?.metrics ?? null, others };
  return lintDashboard(document, { facts, mixin: true }).findings.filter((found) => found.rule === rule);
}

describe("the table of rules", () => {
  it("names each rule after its file, and has an example for each", () => {
    const files = readdirSync(join(import.meta.dirname, "rules")).map((file) => file.replace(/\.ts$/, ""));
    expect(lintRules.map(({ id }) => id).sort()).toEqual(files.sort());
    expect(Object.keys(ruleExamples).sort()).toEqual(files.sort());
  });
});

describe.each(lintRules.map(({ id }) => id))("%s", (id) => {
  const { bad, good } = ruleExamples[id] ?? { bad: {}, good: {} };

  it("finds what is wrong, where it is, and nothing where all is well", () => {
    const before = structuredClone(bad);
    const [found] = findingsOf(id, bad);
    expect(found?.message).toBeTruthy();
    expect(found?.place.path.length).toBeGreaterThan(0);
    expect(findingsOf(id, good)).toEqual([]);
    expect(bad).toEqual(before);
  });

  it("is content with its own fix", () => {
    for (const { fix } of findingsOf(id, bad)) {
      if (!fix) continue;
      const fixed = applyEdits(bad, fix.edits);
      expect(fixed).not.toEqual(bad);
      expect(findingsOf(id, fixed)).toEqual([]);
    }
  });
});
