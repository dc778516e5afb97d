import { quote } from "@/lib/shared/promql/quote";

const listed = 3;

/** Some of the values of a label, and how many more there are. */
export function listOf(label: string, values: readonly string[], all = values.length): string {
  const some = values.slice(0, listed).map(quote);
  const more = all - some.length;
  return `Values of ${label}: ${some.join(", ")}${more > 0 ? ` and ${more.toLocaleString("en")} more` : ""}`;
}

export function meant([best]: readonly string[]): string {
  return best === undefined ? "" : ` Did you mean \`${best}\`?`;
}
