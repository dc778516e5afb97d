const signature = [0x50, 0x4b, 0x03, 0x04];

/** Counts the files of a zip while its bytes come in: each begins with the same four. */
export function zipEntryCounter(): (piece: Uint8Array) => number {
  let matched = 0;
  let count = 0;
  return (piece) => {
    for (const byte of piece) {
      if (byte === signature[matched]) matched++;
      else matched = byte === signature[0] ? 1 : 0;
      if (matched < signature.length) continue;
      count++;
      matched = 0;
    }
    return count;
  };
}
