import { ExpressionError } from "./expression-value";

export type MathNode =
  | { type: "number"; value: number }
  | { type: "variable"; name: string }
  | { type: "call"; name: string; args: MathNode[] }
  | { type: "unary"; operator: "!" | "-"; operand: MathNode }
  | { type: "binary"; operator: string; left: MathNode; right: MathNode };

const token =
  /\s*(?:(0[xX][\da-fA-F]+|(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)|\$(?:\{([^}]+)\}|([A-Za-z_]\w*))|([A-Za-z_]\w*)|(\*\*|\|\||&&|[=!<>]=|[-+*/%<>!(),]))/y;

interface Token {
  kind: "number" | "variable" | "name" | "sign" | "end";
  text: string;
}

function readTokens(text: string): Token[] {
  const tokens: Token[] = [];
  token.lastIndex = 0;
  const length = text.trimEnd().length;
  while (token.lastIndex < length) {
    const at = token.lastIndex;
    const match = token.exec(text);
    if (!match) throw new ExpressionError(`"${text.slice(at).trim().slice(0, 20)}" cannot be read.`);
    const [, number, braced, plain, name, sign] = match;
    const variable = braced ?? plain;
    if (number !== undefined) tokens.push({ kind: "number", text: number });
    else if (variable !== undefined) tokens.push({ kind: "variable", text: variable });
    else if (name !== undefined) tokens.push({ kind: "name", text: name });
    else tokens.push({ kind: "sign", text: sign ?? "" });
  }
  return tokens;
}

/** From the loosest to the tightest; all group from the left. */
const levels = [["||"], ["&&"], ["==", "!=", ">", ">=", "<", "<="], ["+", "-"], ["*", "/", "%"], ["**"]];
const deepest = 200;

class Parser {
  private at = 0;
  private depth = 0;
  private readonly tokens: Token[];

  constructor(text: string) {
    this.tokens = readTokens(text);
  }

  whole(): MathNode {
    const node = this.level(0);
    if (this.peek().kind !== "end") throw this.unexpected();
    return node;
  }

  private level(index: number): MathNode {
    const operators = levels[index];
    if (!operators) return this.operand();
    let left = this.level(index + 1);
    for (;;) {
      const { kind, text } = this.peek();
      if (kind !== "sign" || !operators.includes(text)) return left;
      this.at += 1;
      left = { type: "binary", operator: text, left, right: this.level(index + 1) };
    }
  }

  private operand(): MathNode {
    if (++this.depth > deepest) throw new ExpressionError("The expression is nested too deeply.");
    const node = this.operandInside();
    this.depth -= 1;
    return node;
  }

  private operandInside(): MathNode {
    const { kind, text } = this.peek();
    this.at += 1;
    if (kind === "number") return { type: "number", value: Number(text) };
    if (kind === "variable") return { type: "variable", name: text };
    if (kind === "name") return { type: "call", name: text, args: this.args() };
    if (kind === "sign" && (text === "!" || text === "-"))
      return { type: "unary", operator: text, operand: this.operand() };
    if (kind === "sign" && text === "(") {
      const inside = this.level(0);
      this.expect(")");
      return inside;
    }
    this.at -= 1;
    throw this.unexpected();
  }

  private args(): MathNode[] {
    this.expect("(");
    const args: MathNode[] = [];
    while (!this.isAt(")")) {
      args.push(this.level(0));
      if (!this.isAt(",")) break;
      this.at += 1;
    }
    this.expect(")");
    return args;
  }

  private peek(): Token {
    return this.tokens[this.at] ?? { kind: "end", text: "" };
  }

  private isAt(sign: string): boolean {
    const { kind, text } = this.peek();
    return kind === "sign" && text === sign;
  }

  private expect(sign: string): void {
    if (!this.isAt(sign)) throw this.unexpected();
    this.at += 1;
  }

  private unexpected(): ExpressionError {
    const { kind, text } = this.peek();
    return new ExpressionError(
      kind === "end" ? "The expression breaks off." : `"${text}" stands where it cannot.`,
    );
  }
}

/**
 * Reads a math expression of Grafana: `$A`, `${A}`, numbers, functions and operators.
 * @throws ExpressionError
 */
export function parseMath(text: string): MathNode {
  return new Parser(text).whole();
}
