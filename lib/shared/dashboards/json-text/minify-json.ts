import { isSpace, skipSpace, stringEnd } from "./scan-json";

/** The same JSON without white space between its parts: numbers, escapes, repeated keys and their order stay as written. */
export function minifyJson(text: string): string {
  const parts: string[] = [];
  let kept = skipSpace(text, 0);
  for (let at = kept; at < text.length; ) {
    const code = text.charCodeAt(at);
    if (code === 34) at = stringEnd(text, at);
    else if (isSpace(code)) {
      parts.push(text.slice(kept, at));
      at = skipSpace(text, at);
      kept = at;
    } else at++;
  }
  return kept === 0 ? text : parts.join("") + text.slice(kept);
}
