/**
 * About how many nodes a text has as YAML, without reading it: a parser takes a kilobyte and more for each. What stands in
 * quotes or in a block is one, however long.
 */
export function countYamlParts(text: string): number {
  const state = { parts: 0, open: 0, quote: "" };
  let blockBelow = -1;
  for (const line of text.split("\n")) {
    const column = /^(?:\s|-\s)*/.exec(line)?.[0].length ?? 0;
    if (blockBelow >= 0 && (line.trim() === "" || column > blockBelow)) continue;
    blockBelow = -1;
    state.parts++;
    countLine(line, state);
    const beginsBlock = /(?:^|[:\-?!\w]\s)[|>][-+\d]*\s*(?:#.*)?$/.test(line.replace(/\s+/g, " "));
    if (beginsBlock && state.open === 0 && state.quote === "") blockBelow = column;
  }
  return state.parts;
}

function countLine(line: string, state: { parts: number; open: number; quote: string }): void {
  let before = "";
  for (let at = 0; at < line.length; at++) {
    const char = line.charAt(at);
    if (state.quote !== "") {
      if (char === "\\" && state.quote === '"') at++;
      else if (char === state.quote) state.quote = "";
      continue;
    }
    if (`"'`.includes(char) && ":-[{,?".includes(before)) state.quote = char;
    else if ("[{".includes(char)) state.open++;
    else if ("]}".includes(char)) state.open = Math.max(0, state.open - 1);
    if ("[{,:-".includes(char)) state.parts++;
    if (char.trim() !== "") before = char;
  }
}
