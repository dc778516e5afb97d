import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";

const RuleFile = z.object({
  groups: z.array(
    z.object({
      rules: z.array(
        z.object({
          record: z.string().optional(),
          alert: z.string().optional(),
          expr: z.string(),
          for: z.string().default("0m"),
        }),
      ),
    }),
  ),
});

export interface AlertRule {
  name: string;
  /** Recording rules are written out, so that it works without their series. */
  expr: string;
  forSeconds: number;
}

const FOLDER = join(import.meta.dirname, "../../prometheus/rules");

/** The alert rules of the five systems; those of targets need a real scrape. */
export function alertRules(): AlertRule[] {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith(".yml") && file !== "targets.yml");
  const rules = files.flatMap((file) =>
    RuleFile.parse(parse(readFileSync(join(FOLDER, file), "utf8"))).groups.flatMap((group) => group.rules),
  );
  return rules.flatMap(({ alert, expr, for: forText }) =>
    alert ? [{ name: alert, expr: writtenOut(expr, rules), forSeconds: secondsOf(forText) }] : [],
  );
}

function writtenOut(expr: string, rules: readonly { record?: string; expr: string }[]): string {
  return rules.reduce(
    (text, rule) => (rule.record ? text.replaceAll(rule.record, `(${rule.expr})`) : text),
    expr,
  );
}

function secondsOf(text: string): number {
  const [, amount, unit] = /^(\d+)([smh])$/.exec(text) ?? [];
  const seconds = { s: 1, m: 60, h: 3600 }[unit ?? ""];
  if (!seconds) throw new Error(`"for: ${text}" is not understood by this test.`);
  return Number(amount) * seconds;
}
