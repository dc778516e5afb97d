import { stringify } from "yaml";

export interface RecordingRule {
  group: string;
  name: string;
  expr: string;
  interval: string;
}

/** A rule file of Prometheus with this one rule. */
export function ruleFile({ group, name, expr, interval }: RecordingRule): string {
  const rule = { record: name, expr: expr.trim() };
  const groups = [{ name: group, ...(interval === "" ? {} : { interval }), rules: [rule] }];
  return stringify({ groups }, { lineWidth: 0 });
}
