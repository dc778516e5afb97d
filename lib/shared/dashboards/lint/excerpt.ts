import type { SyntaxNode } from "@lezer/common";
import { textOf } from "@/lib/shared/promql/nodes";

const most = 70;

/** A part of an expression on one line, short enough for a sentence. */
export function excerpt(expr: string, node: SyntaxNode | null | undefined): string {
  const line = textOf(expr, node).replace(/\s+/g, " ").trim();
  return line.length > most ? `${line.slice(0, most - 1)}…` : line;
}
