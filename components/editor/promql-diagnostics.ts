import { ensureSyntaxTree } from "@codemirror/language";
import type { Diagnostic } from "@codemirror/lint";
import { EditorState } from "@codemirror/state";
import { LanguageType, promQLLanguage } from "@prometheus-io/codemirror-promql";
import { Parser } from "@prometheus-io/codemirror-promql/dist/esm/parser";
import { maskVariables } from "@/lib/shared/promql/mask-variables";
import { findPromqlError } from "@/lib/shared/promql/parse";

const mostMs = 2_000;
const language = promQLLanguage(LanguageType.PromQL);

/** What is wrong with an expression, and where; variables count as what they stand for. */
export function promqlDiagnostics(expr: string): Diagnostic[] {
  if (expr.trim() === "") return [];
  const masked = maskVariables(expr);
  const error = findPromqlError(masked);
  if (error) {
    const from = Math.min(error.position ?? 0, Math.max(0, expr.length - 1));
    return [{ from, to: Math.min(expr.length, from + 1), severity: "error", message: error.message }];
  }
  if (hasVariableTerms(expr)) return [];
  const parser = new Parser(parsed(masked));
  parser.analyze();
  return parser.getDiagnostics();
}

/** An editor gives parsing 20 ms at first, and half a tree of a slow machine's looks like a mistake of the text. */
function parsed(doc: string): EditorState {
  const state = EditorState.create({ doc, extensions: [language] });
  ensureSyntaxTree(state, doc.length, mostMs);
  // The tree that is whole by now is the next state's.
  return state.update({}).state;
}

export function isReadablePromql(expr: string): boolean {
  return promqlDiagnostics(expr).every(({ severity }) => severity !== "error");
}

/** A variable that stands for a whole term may be of any type, so types cannot be checked around it. */
function hasVariableTerms(expr: string): boolean {
  const bare = expr.replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`/g, "").replace(/\[[^[\]]*\]/g, "");
  return /\$|\[\[/.test(bare);
}
