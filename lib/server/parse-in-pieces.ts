import { LargeObject } from "./large-object";
import { ownTurn } from "./own-turn";

/** Up to here one JSON.parse is a matter of few milliseconds. */
export const smallBytes = 256 * 1024;
const pieceBytes = 128 * 1024;
/** A longer element is itself read element by element: of native histograms one series may have megabytes. */
const largeBytes = 512 * 1024;
/** One series with 11,000 points has a third of this. */
export const maxElementBytes = 3_000_000;
/** Of one object in an element: many more take long, and no label set has them. */
export const maxElementKeys = 20_000;
/** The tree of the longest expression has a tenth of this. */
const maxElementDepth = 5_000;
const turnMs = 8;
/** `{`, `data`, `result`. What lies deeper is parsed as a whole. */
const envelopeDepth = 2;

/**
 * The value of a JSON text, undefined for anything else. A long text is parsed element by element, letting others go
 * on in between; `maxDepth`, and `maxBytes` of one element, hold for it and for nothing short.
 */
export async function parseInPieces(
  bytes: Buffer,
  { maxDepth = maxElementDepth, maxBytes = maxElementBytes }: { maxDepth?: number; maxBytes?: number } = {},
): Promise<unknown> {
  try {
    if (bytes.length <= smallBytes) return JSON.parse(bytes.toString("utf8"));
    // Bringing it together may have taken a turn by itself.
    await ownTurn();
    const reader = new PieceReader(bytes, maxDepth, maxBytes);
    const value = await reader.value(0);
    return reader.isAtEnd() ? value : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

class PieceReader {
  readonly #bytes: Buffer;
  readonly #maxDepth: number;
  readonly #maxBytes: number;
  #at = 0;
  /** Inside of a large element: those of its own are taken as they are, or each nesting would be read anew. */
  #isInLarge = false;
  #turnStart = performance.now();

  constructor(bytes: Buffer, maxDepth: number, maxBytes: number) {
    this.#bytes = bytes;
    this.#maxDepth = maxDepth;
    this.#maxBytes = maxBytes;
  }

  isAtEnd(): boolean {
    return this.#next() === undefined;
  }

  async value(depth: number): Promise<unknown> {
    const first = this.#next();
    if (depth <= envelopeDepth && first === openBracket) return this.#array();
    if (depth < envelopeDepth && first === openBrace) return this.#object(depth);
    const start = this.#at;
    this.#skipValue();
    return this.#parse(start, this.#at);
  }

  async #object(depth: number): Promise<unknown> {
    const large = new LargeObject();
    this.#take(openBrace);
    if (this.#takeIf(closeBrace)) return large.object;
    do {
      this.#next();
      const start = this.#at;
      this.#skipValue();
      const key = this.#parse(start, this.#at);
      if (typeof key !== "string") throw new SyntaxError("a key is no string");
      this.#take(colon);
      large.set(key, await this.value(depth + 1));
      await this.#breathe();
    } while (this.#takeIf(comma));
    this.#take(closeBrace);
    return large.object;
  }

  async #array(): Promise<unknown[]> {
    const items: unknown[] = [];
    this.#take(openBracket);
    if (this.#takeIf(closeBracket)) return [];
    for (let more = true; more; ) {
      this.#next();
      const start = this.#at;
      let end = start;
      let large: number | null = null;
      do {
        this.#next();
        const from = this.#at;
        this.#skipValue();
        if (this.#at - from > largeBytes && !this.#isInLarge) large = from;
        else {
          end = this.#at;
          more = this.#takeIf(comma);
        }
      } while (more && large === null && end - start < pieceBytes);
      for (const item of this.#parse(start, end, "[", "]") as unknown[]) items.push(item);
      await this.#breathe();
      if (large === null) continue;
      items.push(await this.#large(large));
      more = this.#takeIf(comma);
    }
    this.#take(closeBracket);
    return items;
  }

  async #large(start: number): Promise<unknown> {
    this.#at = start;
    this.#isInLarge = true;
    const value = await this.value(0);
    this.#isInLarge = false;
    return value;
  }

  #parse(start: number, end: number, before = "", after = ""): unknown {
    return JSON.parse(before + this.#bytes.toString("utf8", start, end) + after);
  }

  /** To the end of the value that begins here; whether it is well-formed shows when it is parsed. */
  #skipValue(): void {
    const bytes = this.#bytes;
    const start = this.#at;
    const keys: number[] = [];
    let at = start;
    for (let depth = 0; at < bytes.length; at += 1) {
      if (at - start > this.#maxBytes) throw new SyntaxError("an element is too large");
      const byte = bytes[at];
      if (byte === quote) at = this.#endOfString(at);
      else if (byte === openBrace || byte === openBracket) keys[this.#deeper(++depth)] = 0;
      else if (byte === closeBrace || byte === closeBracket) depth -= 1;
      else if (byte === colon && depth > 0) {
        const count = (keys[depth] ?? 0) + 1;
        if (count > maxElementKeys) throw new SyntaxError("an object has too many keys");
        keys[depth] = count;
      }
      const isOver = depth < 0 || (depth === 0 && byte === comma) || (depth === 0 && byte === colon);
      if (isOver) break;
      if (depth === 0 && (byte === quote || byte === closeBrace || byte === closeBracket)) {
        at += 1;
        break;
      }
    }
    this.#at = at;
    if (at === start) throw new SyntaxError("a value is missing");
  }

  #deeper(depth: number): number {
    if (depth > this.#maxDepth) throw new SyntaxError("an element is nested too deeply");
    return depth;
  }

  #endOfString(start: number): number {
    const bytes = this.#bytes;
    for (let at = start + 1; at < bytes.length && at - start < this.#maxBytes; at += 1) {
      if (bytes[at] === backslash) at += 1;
      else if (bytes[at] === quote) return at;
    }
    throw new SyntaxError("a string is not closed");
  }

  #next(): number | undefined {
    const start = this.#at;
    while (isSpace(this.#bytes[this.#at])) {
      this.#at += 1;
      if (this.#at - start > this.#maxBytes) throw new SyntaxError("there are too many spaces");
    }
    return this.#bytes[this.#at];
  }

  #takeIf(byte: number): boolean {
    if (this.#next() !== byte) return false;
    this.#at += 1;
    return true;
  }

  #take(byte: number): void {
    if (!this.#takeIf(byte)) throw new SyntaxError(`${String.fromCharCode(byte)} is missing`);
  }

  async #breathe(): Promise<void> {
    if (performance.now() - this.#turnStart < turnMs) return;
    await ownTurn();
    this.#turnStart = performance.now();
  }
}

const isSpace = (byte: number | undefined) => byte === 32 || byte === 10 || byte === 13 || byte === 9;
const quote = 34;
const comma = 44;
const colon = 58;
const openBracket = 91;
const backslash = 92;
const closeBracket = 93;
const openBrace = 123;
const closeBrace = 125;
