import type { Tree } from "@lezer/common";
import { parser } from "@prometheus-io/lezer-promql";
import { AppError } from "@/lib/shared/errors";
import { knownNodes } from "./known-nodes";
import { assertWithinLimits, maxEnforcedLength } from "./limits";
import { parseHint } from "./parse-hint";

// The strict form throws instead of recovering, so a broken text never yields selectors.
const strictParser = parser.configure({ strict: true });

export interface PromqlPosition {
  position: number;
  line: number;
  column: number;
}

/** Throws INVALID_INPUT with a PromqlPosition in `details` for anything that is not PromQL through and through. */
export function parsePromql(expr: string): Tree {
  assertWithinLimits(expr);
  if (expr.trim() === "") throw new AppError("INVALID_INPUT", "The expression is empty.");
  return parseKnown(expr);
}

/** For what enforcing printed: it was within the limits before the matchers made it longer. */
export function parseEnforced(expr: string): Tree {
  if (expr.length > maxEnforcedLength) {
    throw new AppError(
      "INVALID_INPUT",
      "The expression has too many selectors for the matchers of this datasource. Shorten it.",
    );
  }
  return parseKnown(expr);
}

function parseKnown(expr: string): Tree {
  const tree = strictParse(expr);
  tree.iterate({
    enter(node) {
      if (node.type.isError) throw parseError(expr, node.from);
      if (!knownNodes.has(node.name)) throw parseError(expr, node.from);
    },
  });
  return tree;
}

/** For checking while typing: null when the text parses. */
export function findPromqlError(expr: string): ({ message: string } & Partial<PromqlPosition>) | null {
  try {
    parsePromql(expr);
    return null;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const details = error.details;
    return { message: error.message, ...(isPosition(details) ? details : {}) };
  }
}

export function parseError(expr: string, position: number, message?: string): AppError {
  const before = expr.slice(0, position).split(/\r\n|\r|\n/);
  const place: PromqlPosition = { position, line: before.length, column: (before.at(-1) ?? "").length + 1 };
  const hint = message === undefined ? parseHint(expr, position) : null;
  const found = position < expr.length ? `unexpected ${wordAt(expr, position)}` : "unexpected end";
  return new AppError(
    "INVALID_INPUT",
    `${place.line}:${place.column}: parse error: ${message ?? found}${hint === null ? "" : `: ${hint}`}`,
    place,
  );
}

function strictParse(expr: string): Tree {
  try {
    return strictParser.parse(expr);
  } catch (error) {
    const position = error instanceof SyntaxError ? /at (\d+)$/.exec(error.message)?.[1] : undefined;
    if (position === undefined) throw error;
    throw parseError(expr, Number(position), isLongChain(expr, Number(position)) ? tooLong : undefined);
  }
}

const tooLong =
  "the text cannot be read here. If nothing is wrong with it, too many parts stand in a row: put groups of them in brackets";
/** The parser gives up where between 250 and 600 operands stand side by side. */
const longChain = 200;

function isLongChain(expr: string, position: number): boolean {
  const operators = expr.slice(0, position).match(/[-+*/%^<>=]|\b(?:and|or|unless|atan2)\b/gi);
  return (operators?.length ?? 0) > longChain;
}

function wordAt(expr: string, position: number): string {
  const word = /^[\w:.]+|^[^\w\s]/u.exec(expr.slice(position, position + 40))?.[0];
  return word ? `"${word}"` : "white space";
}

function isPosition(value: unknown): value is PromqlPosition {
  return (
    typeof value === "object" && value !== null && "position" in value && "line" in value && "column" in value
  );
}
