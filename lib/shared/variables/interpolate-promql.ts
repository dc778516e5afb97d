import { AppError } from "@/lib/shared/errors";
import { maxExpressionBytes } from "@/lib/shared/promql/limits";
import { escapeRegex, formatValue } from "./format-value";
import {
  findEntry,
  type ScopeEntry,
  toReference,
  type VariableScope,
  variablePattern,
  withoutNaming,
} from "./variable-scope";

/** Formats that write their own quotes or promise the bare value. */
const selfQuoting = new Set(["raw", "doublequote", "singlequote", "sqlstring", "json"]);
const quotes = new Set(['"', "'", "`"]);
const scanner = new RegExp(`[\\\\"'\`#\\n]|${variablePattern.source}`, "g");

/**
 * As Grafana's Prometheus datasource, but knowing where a name stands: inside a string a value can never close
 * it, and only where the operator takes a regular expression are special characters escaped for one.
 */
export function interpolatePromql(expr: string, scope: VariableScope): string {
  const reader = new RegExp(scanner);
  let open = "";
  let openedAt = 0;
  let filled = "";
  let done = 0;
  for (let found = reader.exec(expr); found; found = reader.exec(expr)) {
    const [whole] = found;
    if (quotes.has(whole)) {
      if (open === "") openedAt = found.index;
      open = open === "" ? whole : open === whole ? "" : open;
    } else if (whole === "#") open = open === "" ? "#" : open;
    else if (whole === "\n") open = open === "`" ? open : "";
    // Neither a comment nor a string in backticks knows escapes.
    else if (whole === "\\") reader.lastIndex += open === '"' || open === "'" ? 1 : 0;
    else {
      const operator = quotes.has(open) ? operatorBefore(expr, openedAt) : "";
      filled += expr.slice(done, found.index) + standingFor(found, { open, operator }, scope);
      done = reader.lastIndex;
    }
  }
  return filled + expr.slice(done);
}

interface Place {
  /** The mark of the string or comment that is open, if any. */
  open: string;
  operator: string;
}

function standingFor(
  [whole, ...groups]: RegExpExecArray,
  { open, operator }: Place,
  scope: VariableScope,
): string {
  const reference = toReference(groups);
  const entry = findEntry(scope, reference);
  if (!entry) return whole;
  const text = withSteps(valueText(reference, entry, operator), scope);
  if (!entry.namesOthers) return escapeFor(text, open, entry, reference.format);
  if (open === "") return interpolatePromql(text, withoutNaming(scope));
  const isAsItIs = staysAsItIs(entry, reference.format);
  return escapeFor(withOthers(text, { isAsItIs, open }, scope), open, entry, reference.format);
}

/** What those that are named stand for inside a string; what is put in as it is has them escaped for it. */
function withOthers(
  text: string,
  { isAsItIs, open }: { isAsItIs: boolean; open: string },
  scope: VariableScope,
): string {
  return text.replace(variablePattern, (whole, ...groups) => {
    const reference = toReference(groups.slice(0, 6));
    const entry = findEntry(scope, reference);
    if (!entry) return whole;
    const named = valueText(reference, entry, "");
    return isAsItIs ? escapeFor(named, open, entry, reference.format) : named;
  });
}

const steps =
  /\$(__(?:rate_interval|interval|range)(?:_m?s)?)\b|\$\{(__(?:rate_interval|interval|range)(?:_m?s)?)\}/g;

/** A value may be a piece of a query with steps and ranges of its own: Grafana fills those in last of all. */
function withSteps(text: string, scope: VariableScope): string {
  if (!text.includes("$")) return text;
  return text.replace(steps, (whole, plain?: string, braced?: string) => {
    const value = scope.get(plain ?? braced ?? "")?.value;
    return typeof value === "string" ? value : whole;
  });
}

/** A letter and a sign between each: more cannot stand in any expression, and joining them all takes long. */
const mostValues = maxExpressionBytes / 2;

function tooMany(name: string, count: number): AppError {
  return new AppError(
    "INVALID_INPUT",
    `$${name} stands for ${count.toLocaleString("en")} values, more than an expression can hold. Choose fewer, or give the variable a custom All value, .* say.`,
    { variable: name },
  );
}

function valueText(
  { name, format }: { name: string; format?: string },
  entry: ScopeEntry,
  operator: string,
): string {
  if (Array.isArray(entry.value) && entry.value.length > mostValues) throw tooMany(name, entry.value.length);
  if (format) return formatValue(name, entry, format);
  if (!entry.asRegex || entry.verbatim) return [entry.value].flat().join("|");
  const values = [entry.value].flat();
  const [only] = values;
  if (values.length === 1 && only !== undefined)
    return operator === "=~" || operator === "!~" ? escapeRegex(only) : only;
  return `(${values.map(escapeRegex).join("|")})`;
}

function escapeFor(text: string, open: string, entry: ScopeEntry, format: string | undefined): string {
  if (entry.confined) return confinedText(text, open);
  if (staysAsItIs(entry, format)) return text;
  return open === "" ? text : escapeInside(text, open);
}

function staysAsItIs({ verbatim }: ScopeEntry, format: string | undefined): boolean {
  return verbatim === true || (format !== undefined && selfQuoting.has(format));
}

const oneWord = /^[\w:.]*$/;
const wholeStrings =
  /^(?:"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')(?:,(?:"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'))*$/;

/** Inside a string whatever the format says; outside of one a single word, or strings that are whole. */
function confinedText(text: string, open: string): string {
  if (open !== "") return escapeInside(text, open);
  if (oneWord.test(text) || wholeStrings.test(text)) return text;
  throw new AppError(
    "INVALID_INPUT",
    `A variable stands for one word here, not for ${JSON.stringify(text)}.`,
  );
}

function escapeInside(text: string, open: string): string {
  if (open === "#") return text.replace(/[\r\n]/g, " ");
  if (open === "`") return text.replaceAll("`", "");
  const escaped = text.replaceAll("\\", "\\\\").replaceAll("\n", "\\n").replaceAll("\r", "\\r");
  return escaped.replaceAll(open, `\\${open}`);
}

function operatorBefore(expr: string, quoteAt: number): string {
  return /(=~|!~|!=|=)\s*$/.exec(expr.slice(Math.max(0, quoteAt - 8), quoteAt))?.[1] ?? "";
}
