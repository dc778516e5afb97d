/** Grafana stores words; signs stand in documents that were written by hand. */
const words: Record<string, string> = { eq: "==", neq: "!=", gt: ">", gte: ">=", lt: "<", lte: "<=" };

/** Compares as Grafana's value matchers do: null is the text "null", equality is by text. */
export function compareValues(left: unknown, operator: string, right: unknown): boolean {
  const hasNull = left === null || left === undefined || right === null || right === undefined;
  const a = left ?? "null";
  const b = right ?? "null";
  const sign = Object.hasOwn(words, operator) ? words[operator] : operator;
  const effective = hasNull && (sign === ">=" || sign === "<=") ? "==" : sign;
  switch (effective) {
    case "==":
    case "=":
      return String(a) === String(b);
    case "!=":
      return String(a) !== String(b);
    case ">":
      return Number(a) > Number(b);
    case ">=":
      return Number(a) >= Number(b);
    case "<":
      return Number(a) < Number(b);
    case "<=":
      return Number(a) <= Number(b);
    default:
      return false;
  }
}
