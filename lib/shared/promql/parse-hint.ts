interface Opened {
  bracket: string;
  at: number;
}

const closing: Record<string, string> = { "(": ")", "{": "}", "[": "]" };
const grouping = /\b(by|without|on|ignoring|group_left|group_right)\s*$/i;

/** What most likely is wrong where the parser stopped, as the end of a sentence; null where nothing usual is. */
export function parseHint(expr: string, position: number): string | null {
  const odd = /[“”„‘’]/.exec(expr);
  if (odd) return `texts stand in straight quotes, not in ${odd[0]}`;
  const { stack, wrong } = readBrackets(expr, position);
  return wrong ?? hintAt(expr, position, stack.at(-1)) ?? hintAtEnd(expr, position, stack);
}

/** The brackets that are open before the position, texts and comments left out. */
function readBrackets(expr: string, position: number): { stack: Opened[]; wrong: string | null } {
  const stack: Opened[] = [];
  for (let at = 0; at <= Math.min(position, expr.length - 1); at++) {
    const letter = expr[at] ?? "";
    if (letter === "#") at = endOf(expr, at, "\n") ?? expr.length;
    else if ("\"'`".includes(letter)) {
      const end = endOf(expr, at, letter);
      if (end === null) return { stack, wrong: `the text that begins at ${place(expr, at)} is not closed` };
      at = end;
    } else if (closing[letter] && at < position) stack.push({ bracket: letter, at });
    else if (")}]".includes(letter)) {
      const opened = stack.pop();
      if (!opened) return { stack, wrong: `this "${letter}" closes nothing` };
      if (closing[opened.bracket] !== letter) return { stack, wrong: missing(expr, opened) };
    }
  }
  return { stack, wrong: null };
}

function endOf(expr: string, from: number, quote: string): number | null {
  for (let at = from + 1; at < expr.length; at++) {
    if (expr[at] === "\\" && quote !== "`" && quote !== "\n") at++;
    else if (expr[at] === quote) return at;
  }
  return null;
}

function hintAt(expr: string, position: number, inside: Opened | undefined): string | null {
  const before = expr.slice(0, position).trimEnd();
  const after = expr.slice(position).trimStart();
  const word = /^[\w:.]+/.exec(after)?.[0];
  if (after.startsWith("$")) return "a variable stands there, and nothing fills it in";
  if (inside?.bracket === "{") return hintInBraces(before, after, word);
  if (inside?.bracket === "(" && grouping.test(expr.slice(0, inside.at)) && after.startsWith("("))
    return missing(expr, inside);
  const group = grouping.exec(before)?.[1];
  if (group && word) return `labels stand in brackets: ${group} (${word})`;
  if (after.startsWith("=")) return hintAtEquals(before, after);
  if (/^\.\w/.test(after)) return 'a name with dots stands in braces and quotes: {"a.b"}';
  const name = /(?:^|[\s(])([a-z_]\w*)$/i.exec(before)?.[1];
  if (name && word && /^[a-z_:]/i.test(word)) {
    return `between "${name}" and "${word}" an operator is missing, or brackets: ${name}(${word}...)`;
  }
  return null;
}

function hintInBraces(before: string, after: string, word: string | undefined): string | null {
  if (/=~?$|![=~]$/.test(before) && word) return `a value stands in quotes: "${word}"`;
  if (/=$/.test(before) && after.startsWith("=")) return "labels are compared with one =";
  if (/["'`]$/.test(before) && word) return "a comma is missing between the matchers";
  return null;
}

function hintAtEquals(before: string, after: string): string {
  if (/^=\s*>/.test(after)) return "greater or equal is >=";
  return /[<>]$/.test(before)
    ? "< and > stand beside their = without a space"
    : "values are compared with ==";
}

function hintAtEnd(expr: string, position: number, stack: Opened[]): string | null {
  const opened = stack.at(-1);
  if (position < expr.trimEnd().length) return null;
  if (opened) return missing(expr, opened);
  return /(?:[-+*/%^=<>]|\b(?:and|or|unless|offset|atan2))$/i.test(expr.trimEnd())
    ? "something is missing behind the last word"
    : null;
}

function missing(expr: string, { bracket, at }: Opened): string {
  return `a "${closing[bracket]}" is missing for the "${bracket}" at ${place(expr, at)}`;
}

function place(expr: string, position: number): string {
  const before = expr.slice(0, position).split(/\r\n|\r|\n/);
  return `${before.length}:${(before.at(-1) ?? "").length + 1}`;
}
