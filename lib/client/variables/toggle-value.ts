import { allValueKey } from "@/lib/shared/variables/build-scope";

/** The values after one was clicked: All stands alone, and taking the last one out leaves All where there is one. */
export function toggleValue(chosen: readonly string[], clicked: string, includeAll: boolean): string[] {
  if (clicked === allValueKey) return chosen.includes(allValueKey) ? [] : [allValueKey];
  const others = chosen.filter((value) => value !== allValueKey);
  const next = others.includes(clicked) ? others.filter((value) => value !== clicked) : [...others, clicked];
  return next.length === 0 && includeAll ? [allValueKey] : next;
}

/** What the closed control shows. */
export function chosenText(
  chosen: readonly string[],
  options: readonly { text: string; value: string }[],
): string {
  if (chosen.includes(allValueKey)) return "All";
  return chosen.map((value) => options.find((option) => option.value === value)?.text ?? value).join(" + ");
}
