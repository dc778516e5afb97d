import type { Matcher } from "@/lib/shared/promql/matcher";
import type { ExplainSource } from "./explain-source";
import { exists } from "./matching-series";

interface Mended {
  matcher: Matcher;
  /** What was wrong, as the end of a sentence. */
  why: string;
}

/** A pattern that was compared as text, or one that fits only a part of the values; null where it is something else. */
export async function mendPattern(
  { label, operator, value }: Matcher,
  named: Matcher,
  source: ExplainSource,
): Promise<Mended | null> {
  const tries = [
    ...asCodes(value),
    ...asList(value),
    ...(operator === "=" ? asText(value) : asPart(value)),
  ].map(([pattern, why]) => ({
    matcher: { label, operator: "=~" as const, value: pattern },
    why,
  }));
  const fits = await Promise.all(
    tries.map(({ matcher }) => exists(source, [named, matcher]).catch(() => false)),
  );
  return tries.find((_, index) => fits[index]) ?? null;
}

type Try = [pattern: string, why: string];

/** As status codes are spoken of. */
const codeClass = /^([1-5])xx$/i;
const special = /[.*+?|()[\]^$]/;
const glob = /(?<![.\])}\\])\*/g;

function asCodes(value: string): Try[] {
  const why = "an x stands for itself, and a pattern needs `=~` and a dot for each digit.";
  return codeClass.test(value) ? [[value.replace(/x/gi, "."), why]] : [];
}

function asList(value: string): Try[] {
  const parts = value.split(",").map((part) => part.trim());
  return parts.length > 1 && parts.every((part) => part !== "")
    ? [[parts.join("|"), "a list of values is a pattern with `=~` and a `|` between them."]]
    : [];
}

function asText(value: string): Try[] {
  if (!special.test(value)) return [];
  const why = "`=` compares the text as it is, and a pattern needs `=~`.";
  return [
    [value, why],
    [value.replace(glob, ".*"), why],
  ];
}

function asPart(value: string): Try[] {
  const bare = value.replace(/^\^/, "").replace(/\$$/, "");
  const anchored = "a regular expression has to fit the whole value.";
  const parts: Try[] = bare.includes("|")
    ? []
    : [
        [`${bare}.*`, anchored],
        [`.*${bare}`, anchored],
        [`.*${bare}.*`, anchored],
      ];
  const starred = value.replace(glob, ".*");
  return [
    ...(starred === value ? [] : [[starred, "in a regular expression any text is `.*`."] satisfies Try]),
    ...parts,
    ...(bare.includes("|") ? [[`.*(${bare}).*`, anchored] satisfies Try] : []),
    [`(?i)${value}`, "regular expressions tell capital letters from small ones."],
  ];
}
