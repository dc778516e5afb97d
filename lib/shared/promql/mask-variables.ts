/** A dashboard variable in an expression: `$name`, `${name}`, `${name:format}` or `[[name]]`. */
const variable = /\$\{(?:[^}\n$]|\$(?!\{))*\}|\$\w+|\[\[[\w:.-]+\]\]/g;

/** Reads a text once from left to right, however many places are asked about: they must come in order. */
class PlaceReader {
  readonly #text: string;
  #at = 0;
  #quote = "";
  #isEscaped = false;
  #isInRange = false;

  constructor(text: string) {
    this.#text = text;
  }

  placeAt(position: number): { isInString: boolean; isInRange: boolean } {
    for (; this.#at < position; this.#at++) this.#read(this.#text[this.#at] ?? "");
    return { isInString: this.#quote !== "", isInRange: this.#isInRange };
  }

  #read(char: string): void {
    if (char === "[" || char === "]") this.#isInRange = char === "[";
    if (this.#isEscaped) this.#isEscaped = false;
    else if (this.#quote === "") this.#quote = "\"'`".includes(char) ? char : "";
    else if (char === "\\" && this.#quote !== "`") this.#isEscaped = true;
    else if (char === this.#quote) this.#quote = "";
  }
}

/** Room for `offset` and the white space behind it. */
const offsetRoom = 64;

/**
 * The expression with every variable replaced by PromQL of the same length, so that it can be parsed before values are known and
 * positions stay true: a duration inside a range, a name elsewhere. Text inside quotes stays as it is.
 */
export function maskVariables(expr: string): string {
  const reader = new PlaceReader(expr);
  return expr.replace(variable, (match, position: number) => {
    const { isInString, isInRange } = reader.placeAt(position);
    if (isInString) return match;
    const followed = /\w/.test(expr[position + match.length] ?? "");
    const before = expr.slice(Math.max(0, position - offsetRoom), position);
    if (isInRange || /\boffset\s+-?$/.test(before)) {
      return followed ? "1".repeat(match.length) : `${"1".repeat(match.length - 1)}m`;
    }
    return "v".repeat(match.length);
  });
}
