import type { Tree } from "@lezer/common";
import { AppError } from "@/lib/shared/errors";
import { type EnforcedMatchers, ownValues } from "./enforced-matchers";
import { allowedFunctions } from "./functions";
import { type Matcher, printMatcher } from "./matcher";
import { parseEnforced, parseError, parsePromql } from "./parse";
import { printPromql } from "./print";
import { printSelector, readSelector, type Selector } from "./selector";
import { selectorsOf } from "./selectors-of";

export interface Enforced {
  expr: string;
  warnings: string[];
  /** Those of the warnings that tell of no difference: the matcher written fits the enforced value. */
  notes: string[];
  /** Enforced labels for which the text asks another value with `=`: the result is empty. */
  conflicts: string[];
}

/** Puts the matchers into every selector and proves it by parsing the result again. Throws INVALID_INPUT. */
export function enforceMatchers(expr: string, matchers: EnforcedMatchers): Enforced {
  const enforced = toMatchers(matchers);
  const tree = parsePromql(expr);
  assertFunctions(expr, tree);
  const written = selectorsOf(expr, tree);
  const printed = printPromql(expr, tree, (selector) => withMatchers(selector, enforced));
  verify(printed, written, enforced);
  return {
    expr: printed,
    ...warningsFor(written, matchers),
    conflicts: conflictsIn(written, matchers),
  };
}

/** For `match[]`: the text must be one vector selector and nothing else. */
export function enforceSelector(text: string, matchers: EnforcedMatchers): Enforced {
  const enforced = toMatchers(matchers);
  const tree = parsePromql(text);
  const children = childrenOf(tree);
  const only = children[0];
  if (children.length !== 1 || only?.name !== "VectorSelector") {
    throw parseError(text, 0, 'a series selector is expected, like up{job="node"}');
  }
  const selector = readSelector(text, only);
  const printed = printSelector(withMatchers(selector, enforced));
  verify(printed, [selector], enforced);
  return {
    expr: printed,
    ...warningsFor([selector], matchers),
    conflicts: conflictsIn([selector], matchers),
  };
}

/** The matchers as they are put into selectors, each a text. */
export function printEnforced(matchers: EnforcedMatchers): string[] {
  return toMatchers(matchers).map(printMatcher);
}

/** `{tenant_id="acme"}`: all that the tenant may see; null when nothing is enforced. */
export function tenantSelector(matchers: EnforcedMatchers): string | null {
  const enforced = printEnforced(matchers);
  return enforced.length === 0 ? null : `{${enforced.join(",")}}`;
}

function toMatchers(matchers: EnforcedMatchers): Matcher[] {
  const sorted = Object.entries(matchers).sort(([a], [b]) => (a < b ? -1 : 1));
  return sorted.map(([label, given]): Matcher => {
    const values = ownValues(given);
    if (!/^[a-zA-Z_][a-zA-Z0-9_]*$/.test(label) || label === "__name__") {
      throw new AppError(
        "INVALID_INPUT",
        `The datasource's matcher names "${label}", which is no label that can be enforced.`,
      );
    }
    if (values.length === 0 || values.some((value) => value === "" || !value.isWellFormed())) {
      throw new AppError("INVALID_INPUT", `The datasource's matcher for "${label}" has no usable value.`);
    }
    const [only = ""] = values;
    if (values.length === 1) return { label, operator: "=", value: only };
    // Every engine takes a regular expression of a matcher as anchored at both ends.
    return { label, operator: "=~", value: values.map(escapeRegex).join("|") };
  });
}

function withMatchers(selector: Selector, enforced: Matcher[]): Selector {
  return { ...selector, matchers: [...selector.matchers, ...enforced] };
}

function assertFunctions(expr: string, tree: Tree): void {
  tree.iterate({
    enter(node) {
      if (node.name !== "FunctionIdentifier") return;
      const name = expr.slice(node.from, node.to);
      if (allowedFunctions.has(name)) return;
      throw parseError(
        expr,
        node.from,
        `the function ${name}() is not available here: it reads series that stand in no selector`,
      );
    },
  });
}

function verify(printed: string, written: Selector[], enforced: Matcher[]): void {
  const found = selectorsOf(printed, parseEnforced(printed));
  const expected = written.map((selector) => withMatchers(selector, enforced));
  if (JSON.stringify(found) !== JSON.stringify(expected)) {
    throw new AppError(
      "INVALID_INPUT",
      "The expression cannot be limited to the tenant's series with certainty.",
    );
  }
}

function warningsFor(
  selectors: Selector[],
  matchers: EnforcedMatchers,
): Pick<Enforced, "warnings" | "notes"> {
  const named = selectors.flatMap((s) => s.matchers).filter((m) => Object.hasOwn(matchers, m.label));
  const labelsOf = (some: Matcher[]) => new Set(some.map(({ label }) => label));
  const own = (m: Matcher) => ownValues(matchers[m.label]);
  const doubtful = labelsOf(named.filter((m) => !surelyFits(m, own(m))));
  const narrowing = labelsOf(
    named.filter((m) => !surelyFits(m, own(m)) || (m.operator === "=" && own(m).length > 1)),
  );
  const labels = [...new Set(named.map((m) => m.label))];
  const warnings = labels.map((label) =>
    narrowing.has(label)
      ? `The datasource sets the label "${label}"; the matcher written on it can only narrow the result further.`
      : `The datasource sets the label "${label}" already; the matcher written on it changes nothing.`,
  );
  return { warnings, notes: warnings.filter((_, index) => !doubtful.has(labels[index] ?? "")) };
}

/**
 * Seen without running a foreign regular expression: it takes the one own value, or all of them. Of several own
 * values choosing one is no mistake either.
 */
function surelyFits({ operator, value }: Matcher, own: readonly string[]): boolean {
  if (operator === "=") return own.includes(value);
  if (operator !== "=~") return false;
  const list = value.replace(/^\(([^()]*)\)$/, "$1").split("|");
  const plain = new Set(list.filter((item) => /^[\w-]+$/.test(item)));
  return list.includes(".*") || list.includes(".+") || own.every((one) => plain.has(one));
}

function conflictsIn(selectors: Selector[], matchers: EnforcedMatchers): string[] {
  const others = selectors
    .flatMap((selector) => selector.matchers)
    .filter((m) => Object.hasOwn(matchers, m.label))
    .filter((m) => m.operator === "=" && !ownValues(matchers[m.label]).includes(m.value));
  return [...new Set(others.map((matcher) => matcher.label))];
}

function childrenOf(tree: Tree) {
  const children = [];
  for (let child = tree.topNode.firstChild; child; child = child.nextSibling) {
    if (child.name !== "LineComment") children.push(child);
  }
  return children;
}

/** As RE2's QuoteMeta. */
export function escapeRegex(value: string): string {
  return value.replace(/[\\^$*+?.()|[\]{}]/g, "\\$&");
}
