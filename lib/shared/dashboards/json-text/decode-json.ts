/** The text of a file, in UTF-8 or, as its first bytes say, in UTF-16; null when it is neither. */
export function decodeJson(bytes: Uint8Array): string | null {
  const encoding = encodingOf(bytes);
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function encodingOf([first, second, third, fourth]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  // Without a mark: JSON begins with two characters of ASCII.
  if (second === 0 && first !== 0 && fourth === 0) return "utf-16le";
  if (first === 0 && second !== 0 && third === 0) return "utf-16be";
  return "utf-8";
}
