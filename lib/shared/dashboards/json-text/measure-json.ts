import { stringEnd } from "./scan-json";

export interface JsonMeasure {
  /** Of nesting. */
  depth: number;
  /** Keys and values, nearly: what a parsed tree costs grows with them rather than with the length of the text. */
  parts: number;
}

/** What parsing would make of a text, without parsing it; of one that is no JSON, roughly. */
export function measureJson(text: string): JsonMeasure {
  let open = 0;
  let depth = 0;
  let parts = 1;
  for (let at = 0; at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case 34:
        at = stringStop(text, at);
        break;
      case 123:
      case 91:
        parts++;
        depth = Math.max(depth, ++open);
        break;
      case 125:
      case 93:
        open--;
        break;
      case 44:
      case 58:
        parts++;
    }
  }
  return { depth, parts };
}

/** Where a text first nests deeper than `depth`. */
export function offsetBelow(text: string, depth: number): number {
  let open = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text.charCodeAt(at);
    if (char === 34) at = stringStop(text, at);
    else if (char === 125 || char === 93) open--;
    else if ((char === 123 || char === 91) && ++open > depth) return at;
  }
  return text.length;
}

/** The quote that ends the string, or the end of a text that leaves it open. */
function stringStop(text: string, start: number): number {
  const end = stringEnd(text, start);
  return end > start ? end - 1 : text.length;
}
