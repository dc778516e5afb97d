/** A dashboard variable in an expression: `$name`, `${name}`, `${name:format}` or `[[name]]`. */
const variable = /\$\{[^}\n]*\}|\$\w+|\[\[[\w:.-]+\]\]/g;

function insideString(text: string, position: number): boolean {
  let quote = "";
  for (let index = 0; index < position; index++) {
    const char = text[index] ?? "";
    if (quote === "") {
      if (char === '"' || char === "'" || char === "`") quote = char;
    } else if (char === "\\" && quote !== "`") {
      index++;
    } else if (char === quote) {
      quote = "";
    }
  }
  return quote !== "";
}

function insideRange(text: string, position: number): boolean {
  return text.lastIndexOf("[", position - 1) > text.lastIndexOf("]", position - 1);
}

/**
 * The expression with every variable replaced by PromQL of the same length, so that it can be parsed before values are known and
 * positions stay true: a duration inside a range, a name elsewhere. Text inside quotes stays as it is.
 */
export function maskVariables(expr: string): string {
  return expr.replace(variable, (match, position: number) => {
    if (insideString(expr, position)) return match;
    const followed = /\w/.test(expr[position + match.length] ?? "");
    if (insideRange(expr, position) || /\boffset\s+-?$/.test(expr.slice(0, position))) {
      return followed ? "1".repeat(match.length) : `${"1".repeat(match.length - 1)}m`;
    }
    return "v".repeat(match.length);
  });
}
