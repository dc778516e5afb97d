import { expect, it } from "vitest";
import { parsePromql } from "@/lib/shared/promql/parse";
import { buildScope } from "./build-scope";
import { interpolatePromql } from "./interpolate-promql";
import { sampleVariable } from "./testing/sample-variable";

/** Places where an author may put what a viewer types, some of them odd. */
const places = [
  'x{a="$t"}',
  "x{a='$t'}",
  "x{a=`$t`}",
  'x{a=~"${t:raw}",b="[[t]]"}',
  'x{a="[[t:raw]]"}',
  'x{a=~"${t:regex}",b="${t:percentencode}",c="${t:lucene}"}',
  'x{a="${t:doublequote}"}',
  "x{a=${t:doublequote}}",
  "x{a=${t:singlequote}}",
  "x{a=${t:sqlstring}}",
  "x{a=${t:json}}",
  'x{a="\\\\",b="$t"}',
  'x{a="\\"$t"}',
  'x{a="$t\\\\"}',
  'x{a="$t$u",b="$u"}',
  'x{a=`\\`,b="$t"}',
  "x{a=`\\`,b='$t'} or y{c=\"z\"}",
  "x{a=`\"`,b='$t'}",
  'x{a=\'"\',b="$t"}',
  'x{a=`#`,b="$t"}',
  'x{a="#",b="$t"}',
  "x{a=`\n$t`}",
  '# it\'s\nx{a="$t"}',
  '# "\nx{a="$t"}',
  '# c:\\\nx{a="$t"}',
  'x # $t\n + y{a="$t"}',
  "x # ${t:raw}\r",
  'x{a="$c"}',
  'x{a="${c:raw}"}',
  "x{a=${c:doublequote}}",
  "x{$matchers}",
  'x{a=~"$all"}',
  'x{a=~"${all:raw}"}',
  'x{a="${only:raw}"}',
  'x{a="${__all_variables}"}',
  'label_replace(x,"a",`$t`,\'b\',"$u")',
];
const closers = ['"', "'", "`", "\\", "\n", "\r", "#", "\\\\", '\\"', "}"];
const typed = [
  ...closers,
  ...closers.map((closer) => `${closer}} or secret{a=${closer}`),
  "$u",
  "${u:raw}",
  "$c",
  "[[all]]",
  "$__interval",
  '","b',
  '","b"} or secret{c="',
  "\n\n or secret #",
  "\u2028",
  "\0",
  '\u0085" or secret #',
  "\ufeff",
];

const variables = [
  sampleVariable({ name: "t", type: "textbox" }),
  sampleVariable({ name: "u", type: "textbox" }),
  sampleVariable({ name: "c", type: "custom", current: "p-$t" }),
  sampleVariable({ name: "only", type: "custom", current: "${t:raw}" }),
  sampleVariable({ name: "matchers", type: "custom", current: 'job="$t"' }),
  sampleVariable({ name: "all", includeAll: true, allValue: "x$t", current: "$__all" }),
];

function fill(place: string, t: string, u: string): string | null {
  const range = { fromMs: 0, toMs: 1 };
  try {
    return interpolatePromql(
      place,
      buildScope({ variables, values: { t, u }, builtins: [], range, confined: true }),
    );
  } catch {
    return null;
  }
}

/** The nodes of the expression with the names in it; what stands in strings and comments left out. */
function formOf(expr: string): string | null {
  const found: string[] = [];
  try {
    parsePromql(expr).iterate({
      enter(node) {
        if (node.name === "LineComment") return false;
        const named = node.name === "Identifier" || node.name === "LabelName";
        found.push(named ? `${node.name} ${expr.slice(node.from, node.to)}` : node.name);
        return undefined;
      },
    });
  } catch {
    return null;
  }
  return found.join();
}

it.each(places)("keeps its form whatever a viewer types into %s", (place) => {
  const form = formOf(fill(place, "word", "word") ?? "");
  expect(form).not.toBeNull();
  for (const t of typed) {
    for (const u of ["word", t, '"} or secret{a="']) {
      const filled = fill(place, t, u);
      // What is refused, or does not parse, asks nothing.
      if (filled !== null) expect([form, null], filled).toContain(formOf(filled));
    }
  }
});

it("lets what is typed stand outside of a string for one word or for whole strings, and for nothing else", () => {
  for (const t of ["up", "job:up.rate5m", '"a"', "'a','b\\\\'", '"a","\\""']) {
    expect(fill("x + $t", t, ""), t).toBe(`x + ${t}`);
  }
  for (const t of ["a or b", "a{}", '"a" or secret', 'secret or "a"', '"a","b', '"a";"b"', "a\n", '"a"\n']) {
    expect(fill("x + $t", t, ""), t).toBeNull();
  }
});
