import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ReadVariable } from "@/lib/shared/dashboards/reading-model";
import { calculateStep } from "@/lib/shared/prometheus/step";
import { enforceMatchers } from "@/lib/shared/promql/enforce";
import { parsePromql } from "@/lib/shared/promql/parse";
import { selectorsOf } from "@/lib/shared/promql/selectors-of";
import { allValueKey, buildScope, type VariableValues } from "./build-scope";
import { builtinVariables } from "./builtin-variables";
import { interpolate } from "./interpolate";
import { interpolatePromql } from "./interpolate-promql";
import { sampleVariable as variable } from "./testing/sample-variable";
import { type ScopeEntry, variableNamesIn } from "./variable-scope";

const range = { fromMs: 1_700_000_000_000, toMs: 1_700_021_600_000 };
const step = calculateStep({
  ...range,
  maxDataPoints: 1_000,
  minIntervalSeconds: 0,
  scrapeIntervalSeconds: 15,
});
const dashboard = { uid: "abc", title: "My board" };
const tenant = { slug: "team-a", name: "Team A" };
const builtins = builtinVariables({ ...range, step, dashboard, tenant });

function promql(expr: string, variables: ReadVariable[], values: VariableValues = {}): string {
  return interpolatePromql(expr, buildScope({ variables, values, builtins, range }));
}

describe("interpolate", () => {
  const scope = new Map<string, ScopeEntry>([
    ["one", { value: "a.b" }],
    ["many", { value: ["a.b", "c d"], text: ["A", "C"] }],
    ["marks", { value: "<\"'&>" }],
    ...builtins,
  ]);
  it.each([
    ["$one ${one} [[one]] ${one:raw}", "a.b a.b a.b a.b"],
    ["$many", "{a.b,c d}"],
    ["${many:csv} ${many:pipe} ${many:regex}", "a.b,c d a.b|c d (a\\.b|c d)"],
    ["${many:json} ${one:json}", '["a.b","c d"] "a.b"'],
    ["${many:doublequote} ${many:singlequote}", "\"a.b\",\"c d\" 'a.b','c d'"],
    ["${many:text} ${one:text}", "A + C a.b"],
    ["${many:percentencode}", "%7Ba.b%2Cc%20d%7D"],
    ["${many:queryparam}", "var-many=a.b&var-many=c%20d"],
    ["${many:distributed}", "a.b,many=c d"],
    ["${many:lucene} ${one:lucene}", '("a.b" OR "c\\ d") a.b'],
    ["${one:customqueryparam:k:p-} ${one:customqueryparam}", "k=p-a.b one=a.b"],
    ["${many:join:; } ${many:join}", "a.b; c d a.b,c d"],
    ["${marks:html} ${marks:sqlstring}", "&lt;&quot;&#39;&amp;&gt; '<\"''&>'"],
    ["${marks:lucene}", "\\<\\\"'\\&\\>"],
    ["[[many:csv]]", "a.b,c d"],
    ["${__from} ${__to:date} ${__from:date:YYYY-MM-DD}", "1700000000000 2023-11-15T04:13:20.000Z 2023-11-14"],
    ["${__to:date:seconds}", "1700021600"],
    ["${__dashboard} ${__dashboard.uid}", "My board abc"],
    ["${__org} ${__org.name} ${__org.id}", "Team A Team A team-a"],
    ["${__user.login}", "${__user.login}"],
    ["$unknown ${unknown:csv} [[unknown]] $1 $ {x}", "$unknown ${unknown:csv} [[unknown]] $1 $ {x}"],
    ["${__series.name} ${__value.raw}", "${__series.name} ${__value.raw}"],
  ])("%s", (text, expected) => expect(interpolate(text, scope)).toBe(expected));

  it("passes range and variables on in links to other dashboards", () => {
    const variables = [variable({ name: "job", current: ["a b", "c"] }), variable({ name: "node" })];
    const scope = buildScope({ variables, values: { node: "n&1" }, builtins, range });
    expect(interpolate("/d/x?${__url_time_range}&$__all_variables", scope)).toBe(
      "/d/x?from=1700000000000&to=1700021600000&var-job=a+b&var-job=c&var-node=n%261",
    );
  });

  it("never reads what an object inherits", () => {
    expect(interpolate("$constructor $__proto__ ${toString}", scope)).toBe(
      "$constructor $__proto__ ${toString}",
    );
    expect(promql("$constructor", [variable({ name: "constructor" })], {})).toBe("");
  });
});

describe("interpolatePromql", () => {
  it("fills the interval and range builtins", () => {
    expect(promql("rate(x[$__rate_interval]) + $__range_s + x[${__range}:$__interval]", [])).toBe(
      "rate(x[1m]) + 21600 + x[21600s:20s]",
    );
  });

  it("fills them inside of values too, and nothing else there", () => {
    const query = variable({
      type: "constant",
      query: "rate(x[$__rate_interval]) + ${__range_s} + $v + $other",
    });
    expect(promql("sum($v)", [query])).toBe("sum(rate(x[1m]) + 21600 + $v + $other)");
  });

  it("escapes for a regular expression only where one stands", () => {
    const multi = [variable({ multi: true })];
    expect(promql('{a=~"$v"}', multi, { v: ["1.2", "b+"] })).toBe('{a=~"(1\\\\.2|b\\\\+)"}');
    expect(promql('{a=~"$v"}', multi, { v: ["1.2"] })).toBe('{a=~"1\\\\.2"}');
    expect(promql('{a="$v"}', multi, { v: ["1.2"] })).toBe('{a="1.2"}');
    expect(promql("{a=~`$v`}", multi, { v: ["1.2"] })).toBe("{a=~`1\\.2`}");
    expect(promql('{a=~"$v"}', [variable({})], { v: "x.*" })).toBe('{a=~"x.*"}');
    expect(promql('{a=~"${v:regex}"}', [variable({})], { v: "1.2" })).toBe('{a=~"1\\\\.2"}');
  });

  it("stands for All by the author's value, by the options, or by everything", () => {
    const all = { v: allValueKey };
    expect(promql('{a=~"$v"}', [variable({ includeAll: true, allValue: ".+\\\\d" })], all)).toBe(
      '{a=~".+\\\\d"}',
    );
    const options = ["$__all", "x", "y.z"].map((value) => ({ text: value, value }));
    expect(promql('{a=~"$v"}', [variable({ includeAll: true, options })], { v: [allValueKey] })).toBe(
      '{a=~"(x|y\\\\.z)"}',
    );
    expect(promql('{a=~"$v"}', [variable({ includeAll: true })], all)).toBe('{a=~".*"}');
  });

  it("fills in what an author's own value for All names", () => {
    const cluster = variable({ name: "cluster", current: "a.b" });
    const typed = variable({ name: "typed", type: "textbox" });
    const all = variable({ includeAll: true, allValue: "$cluster-([0-9]+)" });
    const values = { v: allValueKey };
    expect(promql('{pod=~"$v"}', [cluster, all], values)).toBe('{pod=~"a.b-([0-9]+)"}');
    expect(interpolate("$v", buildScope({ variables: [cluster, all], values, builtins, range }))).toBe(
      "a.b-([0-9]+)",
    );
    const part = variable({ name: "part", type: "custom", current: 'job="x", c="$cluster"' });
    const quoted = variable({ name: "cluster", current: 'a"b' });
    expect(promql("up{$part}", [quoted, part])).toBe('up{job="x", c="a\\"b"}');
    expect(promql('up{p="$part"}', [quoted, part])).toBe('up{p="job=\\"x\\", c=\\"a\\"b\\""}');
    const circle = variable({ name: "w", includeAll: true, allValue: "$v", current: allValueKey });
    const naming = variable({ includeAll: true, allValue: "$w.+" });
    expect(promql('{pod=~"$v"}', [circle, naming], values)).toBe('{pod=~"$v.+"}');
    const [one, other] = ["one", "other"].map((name) =>
      variable({ name, type: "custom", current: `a + $${name === "one" ? "other" : "one"}` }),
    );
    expect(
      promql(
        "$one",
        [one, other].flatMap((each) => each ?? []),
      ),
    ).toBe("a + a + $one");
    const open = { variables: [typed, variable({ includeAll: true, allValue: "$typed" })], builtins, range };
    const scope = buildScope({ ...open, values: { ...values, typed: '"} or up{a="' }, confined: true });
    expect(interpolatePromql('x{pod=~"$v"}', scope)).toBe('x{pod=~"\\"} or up{a=\\""}');
  });

  it.each([
    ["in a string behind one in backticks that ends in a back-slash", 'x{a=`\\`,b="$t"}'],
    ["behind a comment that ends in a back-slash", '# c:\\\nx{b="$t"}'],
    ["as a part of another variable that is put in raw", 'x{b="${c:raw}"}'],
  ])("keeps what is typed inside its string: %s", (_, expr) => {
    const variables = [
      variable({ name: "t", type: "textbox" }),
      variable({ name: "c", type: "custom", current: "p-$t" }),
    ];
    const scope = buildScope({ variables, values: { t: '"} or up{b="' }, builtins, range, confined: true });
    const filled = interpolatePromql(expr, scope);
    const [only, ...more] = selectorsOf(filled, parsePromql(filled));
    expect(more).toEqual([]);
    expect(only?.matchers.at(-1)?.value).toMatch(/"} or up{b="$/);
  });

  it("knows the texts of many values without looking through all options for each", () => {
    const options = Array.from({ length: 100_000 }, (_, i) => ({ text: `Text ${i}`, value: `v${i}` }));
    const many = variable({ type: "custom", multi: true, options });
    const scope = buildScope({
      variables: [many],
      values: { v: options.map(({ value }) => value) },
      builtins,
      range,
    });
    expect(interpolate("${v:text}", scope)).toMatch(/^Text 0 \+ .* \+ Text 99999$/);
  });

  it("joins no more values than an expression can hold", () => {
    const many = (count: number) =>
      variable({ multi: true, current: Array.from({ length: count }, (_, at) => `${at}`) });
    expect(promql('up{a=~"$v"}', [many(8_192)])).toContain("|8191)");
    expect(() => promql('up{a=~"$v"}', [many(8_193)])).toThrow(/stands for 8,193 values/);
    expect(promql("up", [many(100_000)])).toBe("up");
  });

  it("takes the saved value, a constant, a text box, an automatic interval", () => {
    expect(promql("$v", [variable({ current: "saved" })])).toBe("saved");
    expect(promql("$v", [variable({ type: "constant", query: "fixed" })], { v: "other" })).toBe("fixed");
    expect(promql("$v", [variable({ type: "textbox", query: "typed" })])).toBe("typed");
    expect(promql("x[$v]", [variable({ type: "interval", autoCount: 10 })], { v: "auto" })).toBe("x[30m]");
    expect(promql("x[$v]", [variable({ type: "interval" })], { v: "$__auto_interval_v" })).toBe("x[10m]");
    const fine = variable({ type: "interval", autoCount: 100_000 });
    expect(promql("x[$v]", [fine], { v: "auto" })).toBe("x[10s]");
    expect(promql("x[$v]", [{ ...fine, autoMin: "1m" }], { v: "auto" })).toBe("x[1m]");
    expect(promql("x[$v]", [{ ...fine, autoMin: "soon" }], { v: "auto" })).toBe("x[10s]");
  });

  it.each(['"', "'", "`"])("lets no value leave a string in %s", (mark) => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('"', "'", "`", "\\", "}", " or up{", "\n", "\r", "#", "$v", "[[v]]", "a"), {
          maxLength: 8,
        }),
        fc.boolean(),
        (parts, multi) => {
          const expr = promql(`up{a=~${mark}x$v${mark}}`, [variable({ multi })], {
            v: multi ? [parts.join(""), "b"] : parts.join(""),
          });
          const selectors = selectorsOf(expr, parsePromql(expr));
          expect(selectors).toHaveLength(1);
          expect(selectors[0]?.matchers).toHaveLength(1);
        },
      ),
    );
  });

  it("is enforced afterwards, whatever a value outside a string opens", () => {
    const expr = promql("$v", [variable({})], { v: 'up{tenant_id="globex"} or {__name__=~".+"}' });
    expect(enforceMatchers(expr, { tenant_id: "acme" }).expr).toBe(
      'up{tenant_id="globex",tenant_id="acme"} or {__name__=~".+",tenant_id="acme"}',
    );
  });

  it("keeps a value inside a comment there", () => {
    expect(promql("up # $v", [variable({})], { v: "a\nb\r\nsecret" })).toBe("up # a b  secret");
  });
});

describe("variableNamesIn", () => {
  it("lists each once", () => expect(variableNamesIn("$a ${b:csv} [[c]] $a")).toEqual(["a", "b", "c"]));
});
