import type { SyntaxNode } from "@lezer/common";
import { parseDurationMs } from "@/lib/shared/time/duration";
import { mayDependOnRange } from "./depends-on-range";
import { parsePromql } from "./parse";

/**
 * How far an answer about this expression may be used again. `parts`: each point depends on the data and its own time
 * alone, so answers about stretches can be put together. `whole`: only for the very same start and end. `never`: it
 * cannot be said which data it reads.
 */
export interface Reuse {
  kind: "parts" | "whole" | "never";
  /** A point may read data that is this much younger than its own time: the negative offsets together. */
  aheadMs: number;
  /** The latest fixed time that `@` names, or minus infinity. */
  fixedMs: number;
}

const never: Reuse = { kind: "never", aheadMs: 0, fixedMs: Number.NEGATIVE_INFINITY };

/** Reach into times that the text does not tell: a smoothed range, arithmetic with durations. */
const unknowable = new Set([
  "SmoothedExpr",
  "AnchoredExpr",
  "DurationStep",
  "DurationRange",
  "DurationMinOf",
  "DurationMaxOf",
]);

/** Decided on the parsed tree. The expression must parse. */
export function reuseOf(expr: string): Reuse {
  const tree = parsePromql(expr);
  const reuse: Reuse = { kind: "parts", aheadMs: 0, fixedMs: Number.NEGATIVE_INFINITY };
  let known = true;
  tree.iterate({
    enter(node) {
      if (unknowable.has(node.name)) known = false;
      if (node.name === "OffsetExpr") reuse.aheadMs += aheadOf(expr, node.node);
      if (node.name === "StepInvariantExpr") {
        reuse.fixedMs = Math.max(reuse.fixedMs, fixedTimeOf(expr, node.node));
      }
      return known;
    },
  });
  if (!known || Number.isNaN(reuse.aheadMs) || Number.isNaN(reuse.fixedMs)) return never;
  return mayDependOnRange(expr, tree.topNode) ? { ...reuse, kind: "whole" } : reuse;
}

/** How far a negative offset looks ahead; NaN where the text does not tell. */
function aheadOf(expr: string, node: SyntaxNode): number {
  const offset = node.getChild("OffsetDurationExpr");
  const text = offset ? expr.slice(offset.from, offset.to).replace(/\s+/g, "") : "";
  const signs = /^[-+]*/.exec(text)?.[0] ?? "";
  const ms = parseDurationMs(text.slice(signs.length)) ?? Number.NaN;
  if (signs.length > 1 || Number.isNaN(ms)) return Number.NaN;
  return signs === "-" ? ms : 0;
}

/** The time behind `@`; `@ start()` and `@ end()` name none of their own. */
function fixedTimeOf(expr: string, node: SyntaxNode): number {
  if (node.getChild("AtModifierPreprocessors")) return Number.NEGATIVE_INFINITY;
  const literal = node.getChild("NumberDurationLiteral");
  if (!literal) return Number.NaN;
  const text = expr.slice(literal.from, literal.to).replace(/\s+/g, "");
  const plain = text.replace(/^[-+]/, "");
  const seconds = /^[\d.]+(e[-+]?\d+)?$/i.test(plain)
    ? Number(plain)
    : (parseDurationMs(plain) ?? Number.NaN) / 1_000;
  return (text.startsWith("-") ? -seconds : seconds) * 1_000;
}
