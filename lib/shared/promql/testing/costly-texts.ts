/** Texts of the length limit that are made to cost a parser much; `scripts/bench/promql.ts` measures them. */
export const costlyTexts = [
  { name: "a long sum", text: "a+".repeat(8_190) },
  { name: "thousands of matchers", text: `{${'b="c",'.repeat(2_600)}}` },
  { name: "thousands of set operators", text: `${"a or ".repeat(2_000)}a` },
  { name: "open brackets", text: "(".repeat(16_000) },
  { name: "an open string of escapes", text: '"\\'.repeat(8_000) },
  { name: "signs", text: "-".repeat(16_000) },
  { name: "signs apart", text: "- ".repeat(8_000) },
  { name: "empty comments", text: "#\n".repeat(8_000) },
  { name: "signs in comments", text: "-#".repeat(8_000) },
  { name: "a ruled line behind a sign", text: `1 -${"#".repeat(8_000)}\n${"-#\n".repeat(2_000)}x` },
  { name: "open ranges", text: "a[".repeat(8_000) },
  { name: "one number", text: "1".repeat(16_000) },
];
