/** A double-quoted literal that every engine reads as exactly this value. */
export function quote(value: string): string {
  const escaped = value.replace(/[\\"\p{Cc}]/gu, (char) => {
    if (char === "\\" || char === '"') return `\\${char}`;
    if (char === "\n") return "\\n";
    if (char === "\r") return "\\r";
    if (char === "\t") return "\\t";
    return `\\u${(char.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`;
  });
  return `"${escaped}"`;
}
