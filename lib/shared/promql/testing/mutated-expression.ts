import fc from "fast-check";
import { randomExpression } from "./random-expression";

const piece = fc.constantFrom(
  ..."{ } ( ) [ ] , = =~ != # \" ' ` \\ + - or and on by offset @ : $ % ; | ~ 5m 1 canary tenant_id".split(
    " ",
  ),
  "\n",
  "\r",
  "\u0000",
  "\u2028",
  "\ufeff",
  "\u00a0",
  "\ud800",
  "ＣＡＮ",
  'tenant_id="b"',
  '{tenant_id="b"}',
  '} or canary{tenant_id="b"',
  "/*",
  "*/",
  "//",
  "--",
  "WITH (x = canary) x",
);

/** A valid text with pieces taken out, doubled, put in, or written in another case. */
export const mutatedExpression = fc
  .tuple(
    randomExpression,
    fc.array(fc.tuple(fc.nat(), fc.nat(12), fc.nat(3), piece), { minLength: 1, maxLength: 4 }),
  )
  .map(([expr, changes]) => changes.reduce((text, change) => mutate(text, ...change), expr));

function mutate(text: string, place: number, length: number, kind: number, put: string): string {
  const at = place % (text.length + 1);
  const [before, part, after] = [text.slice(0, at), text.slice(at, at + length), text.slice(at + length)];
  if (kind === 0) return before + after;
  if (kind === 1) return before + part + part + after;
  if (kind === 2) return before + put + part + after;
  return before + (part === part.toUpperCase() ? part.toLowerCase() : part.toUpperCase()) + after;
}
