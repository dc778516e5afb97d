import { runSteps } from "@/lib/shared/run-steps";
import { isSpace, skipSpace, stringEnd } from "./scan-json";

/** The same JSON laid out as `JSON.stringify(value, null, 2)` does; what is written stays as written. */
export function indentJson(text: string): string {
  return runSteps(indentJsonInSteps(text));
}

const stepLength = 131_072;

/** The same for long texts. */
export function* indentJsonInSteps(text: string): Generator<void, string> {
  const parts: string[] = [];
  let depth = 0;
  const newLine = () => `\n${"  ".repeat(depth)}`;
  let pause = stepLength;
  for (let at = 0; at < text.length; ) {
    if (at > pause) {
      yield;
      pause = at + stepLength;
    }
    const char = text.charAt(at);
    if (char === '"') {
      const end = stringEnd(text, at);
      parts.push(text.slice(at, end));
      at = end;
      continue;
    }
    at++;
    if (isSpace(char.charCodeAt(0))) continue;
    if (char === "{" || char === "[") {
      const inside = skipSpace(text, at);
      const close = text.charAt(inside);
      if (close === "}" || close === "]") {
        parts.push(char, close);
        at = inside + 1;
      } else {
        depth++;
        parts.push(char, newLine());
      }
    } else if (char === "}" || char === "]") {
      depth--;
      parts.push(newLine(), char);
    } else if (char === ",") parts.push(",", newLine());
    else parts.push(char === ":" ? ": " : char);
  }
  return parts.join("");
}
