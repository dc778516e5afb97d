import type { SyntaxNodeRef, Tree } from "@lezer/common";
import { quote } from "./quote";
import { printSelector, readSelector, type Selector } from "./selector";
import { unquote } from "./string-literal";

const space = /[\t-\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]+/;
const punctuation = /^[()[\],:+-]$/;

/** Prints a parsed expression token by token on one line: comments and odd white space go, meaning stays. */
export function printPromql(
  expr: string,
  tree: Tree,
  rewrite: (selector: Selector) => Selector = (s) => s,
): string {
  const tokens: string[] = [];
  let done = 0;
  const takeGap = (end: number) => {
    for (const run of expr.slice(done, end).split(space)) tokens.push(...punctuationOf(run));
    done = end;
  };
  const takeWhole = (node: SyntaxNodeRef, ...text: string[]) => {
    tokens.push(...text);
    done = node.to;
    return false;
  };
  tree.iterate({
    enter(node) {
      takeGap(node.from);
      const text = expr.slice(node.from, node.to);
      if (node.name === "LineComment") return takeWhole(node);
      if (node.name === "StringLiteral") return takeWhole(node, quote(unquote(text)));
      if (node.name === "VectorSelector") {
        return takeWhole(node, printSelector(rewrite(readSelector(expr, node.node))));
      }
      return node.node.firstChild ? undefined : takeWhole(node, ...text.split(space));
    },
    leave(node) {
      takeGap(node.to);
    },
  });
  return joinTokens(tokens);
}

/** Between nodes of a clean tree stands punctuation, or a number beside a comment: nothing that can name a series. */
function punctuationOf(run: string): string[] {
  if (/^[0-9][0-9a-zA-Z_.+-]*$|^(inf|nan)$/i.test(run)) return [run];
  const chars = [...run];
  if (!chars.every((char) => punctuation.test(char)))
    throw new Error("unexpected text between the nodes of a tree");
  return chars;
}

function joinTokens(tokens: string[]): string {
  let text = "";
  let previous = "";
  for (const token of tokens) {
    text += previous === "" || standsClose(previous, token) ? token : ` ${token}`;
    previous = token;
  }
  return text;
}

function standsClose(previous: string, token: string): boolean {
  if (previous === "(" || previous === "[") return true;
  if (/^[)\],[]$/.test(token)) return true;
  if (previous === ":" || token === ":") return /^[\d\]]/.test(token) || /^\d/.test(previous);
  return token.startsWith("(") && /^[a-z_0-9]+$/.test(previous) && !wordOperators.has(previous.toLowerCase());
}

const wordOperators = new Set([
  "and",
  "or",
  "unless",
  "atan2",
  "bool",
  "by",
  "without",
  "on",
  "ignoring",
  "offset",
]);
