import { quote } from "./quote";

export type MatchOperator = "=" | "!=" | "=~" | "!~";

export interface Matcher {
  label: string;
  operator: MatchOperator;
  value: string;
}

const plainLabel = /^[a-zA-Z_][a-zA-Z0-9_]*$/;

/** As PromQL: `job="api"`, `"a.b"=~"c"`. */
export function printMatcher({ label, operator, value }: Matcher): string {
  return `${plainLabel.test(label) ? label : quote(label)}${operator}${quote(value)}`;
}
