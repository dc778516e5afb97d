/** Offsets into a text; the end is the first character after. */
export interface Span {
  start: number;
  end: number;
}

export interface Member extends Span {
  key: string;
  /** The key as written, quotes included. */
  keyText: string;
}

const quote = 34;
const backslash = 92;

/** All scanners here take valid JSON: parse first. */
export function stringEnd(text: string, start: number): number {
  let at = text.indexOf('"', start + 1);
  while (isEscaped(text, at)) at = nextQuote(text, at + 1);
  return at + 1;
}

/** Where escapes stand close together, calling for each costs more than looking. */
const near = 64;

/** The next quote that may end the string, looked for from behind an escape. */
function nextQuote(text: string, start: number): number {
  const end = Math.min(start + near, text.length);
  let at = start;
  while (at < end) {
    const code = text.charCodeAt(at);
    if (code === quote) return at;
    at += code === backslash ? 2 : 1;
  }
  return text.indexOf('"', at);
}

function isEscaped(text: string, at: number): boolean {
  let slashes = 0;
  while (text.charCodeAt(at - 1 - slashes) === backslash) slashes++;
  return slashes % 2 === 1;
}

export function isSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9;
}

export function skipSpace(text: string, start: number): number {
  let at = start;
  while (isSpace(text.charCodeAt(at))) at++;
  return at;
}

/** Where the value that starts here ends. */
export function valueEnd(text: string, start: number): number {
  const first = text.charCodeAt(start);
  if (first === quote) return stringEnd(text, start);
  if (first !== 123 && first !== 91) return scalarEnd(text, start);
  let depth = 0;
  for (let at = start; at < text.length; ) {
    const code = text.charCodeAt(at);
    if (code === quote) {
      at = stringEnd(text, at);
      continue;
    }
    at++;
    if (code === 123 || code === 91) depth++;
    else if ((code === 125 || code === 93) && --depth === 0) return at;
  }
  return text.length;
}

/** Where the number or word that starts here ends. */
export function scalarEnd(text: string, start: number): number {
  let at = start;
  while (at < text.length && !isSpace(text.charCodeAt(at)) && !",]}".includes(text.charAt(at))) at++;
  return at;
}

/** The members of the object that starts here, repeated keys included, in the order of the text. */
export function membersOf(text: string, start = skipSpace(text, 0)): Member[] {
  const members: Member[] = [];
  let at = skipSpace(text, start + 1);
  while (at < text.length && text.charAt(at) !== "}") {
    const keyEnd = stringEnd(text, at);
    const keyText = text.slice(at, keyEnd);
    const valueStart = skipSpace(text, skipSpace(text, keyEnd) + 1);
    const end = valueEnd(text, valueStart);
    members.push({ key: JSON.parse(keyText), keyText, start: valueStart, end });
    at = nextElement(text, end);
  }
  return members;
}

/** The items of the list that starts here. */
export function itemsOf(text: string, start = skipSpace(text, 0)): Span[] {
  const items: Span[] = [];
  let at = skipSpace(text, start + 1);
  while (at < text.length && text.charAt(at) !== "]") {
    const end = valueEnd(text, at);
    items.push({ start: at, end });
    at = nextElement(text, end);
  }
  return items;
}

function nextElement(text: string, end: number): number {
  const at = skipSpace(text, end);
  return text.charAt(at) === "," ? skipSpace(text, at + 1) : at;
}

/** The text of a member of the object that a text holds; of a repeated key the last, as in JSON.parse. */
export function memberText(text: string, key: string): string | undefined {
  const member = membersOf(text).findLast((one) => one.key === key);
  return member && text.slice(member.start, member.end);
}
