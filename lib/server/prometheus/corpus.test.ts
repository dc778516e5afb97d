import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readDashboard } from "@/lib/shared/dashboards/read-dashboard";
import { isJsonObject } from "@/lib/shared/json";
import { enforceMatchers } from "@/lib/shared/promql/enforce";
import { parsePromql } from "@/lib/shared/promql/parse";
import { selectorsOf } from "@/lib/shared/promql/selectors-of";
import { type PlannedTarget, planPanel } from "./plan-panel";

// Dashboards of other people; where they do not lie beside the project there is nothing to compare with.
const corpus = join(process.cwd(), "../shared/corpus");
const batch = { fromMs: 1_700_000_000_000, toMs: 1_700_003_600_000, variables: {} };

function plansOf(path: string): PlannedTarget[] {
  const document: unknown = JSON.parse(readFileSync(path, "utf8"));
  if (!isJsonObject(document)) return [];
  const { panels, variables } = readDashboard(document);
  const dashboard = { uid: null, title: "" };
  return panels.flatMap((panel) =>
    planPanel({ panel, request: { panelId: panel.id, maxDataPoints: 800 }, batch, variables, dashboard }),
  );
}

function isEnforced({ expr }: PlannedTarget): boolean {
  try {
    const enforced = enforceMatchers(expr, { tenant_id: "acme" }).expr;
    return selectorsOf(enforced, parsePromql(enforced)).every(
      (selector) => selector.matchers.at(-1)?.value === "acme",
    );
  } catch {
    return false;
  }
}

describe.skipIf(!existsSync(corpus))("dashboards of other people", () => {
  it("are understood: their expressions can be filled in and enforced, save a few of other engines", () => {
    const files = readdirSync(corpus, { recursive: true, encoding: "utf8" }).filter((name) =>
      name.endsWith(".json"),
    );
    const targets = files
      .flatMap((name) => plansOf(join(corpus, name)))
      .filter(({ datasource: { type } }) => type === undefined || type === "prometheus");
    const refused = targets.filter((target) => !isEnforced(target)).map(({ expr }) => expr);
    expect(targets.length).toBeGreaterThan(2_000);
    expect(refused.length / targets.length, refused.join("\n")).toBeLessThan(0.005);
  });
});
