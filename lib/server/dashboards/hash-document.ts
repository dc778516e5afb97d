import { createHash, type Hash } from "node:crypto";
import { setImmediate as pause } from "node:timers/promises";
import { isJsonObject, type Json, type JsonObject } from "@/lib/shared/json";

/** SHA-256 of a document, whatever the order of its keys. */
export function hashDocument(document: Json): string {
  const writer = new HashWriter();
  const left = walk(document, writer);
  while (!left.next().done);
  return writer.digest();
}

/** The same for documents from outside, which may be long: others get their turn in between. */
export async function hashInPieces(document: Json): Promise<string> {
  const writer = new HashWriter();
  for (const _ of walk(document, writer)) await pause();
  return writer.digest();
}

const bufferBytes = 65_536;

/** Takes text to hash through one buffer, so that hashing leaves nothing behind. */
class HashWriter {
  readonly #hash: Hash = createHash("sha256");
  readonly #buffer = Buffer.allocUnsafe(bufferBytes);
  #at = 0;

  write(text: string): void {
    // A character of UTF-16 has at most three bytes in UTF-8.
    if (this.#at + text.length * 3 > bufferBytes) this.#flush();
    if (text.length * 3 > bufferBytes) this.#hash.update(text);
    else this.#at += this.#buffer.write(text, this.#at);
  }

  #flush(): void {
    this.#hash.update(this.#buffer.subarray(0, this.#at));
    this.#at = 0;
  }

  digest(): string {
    this.#flush();
    return this.#hash.digest("hex");
  }
}

interface OpenValue {
  values: readonly Json[] | JsonObject;
  /** Of an object. */
  keys: readonly string[] | null;
  at: number;
}

const valuesATurn = 50_000;

/** Writes JSON with the keys of every object in order, without making such a document; stops after some values. */
function* walk(document: Json, writer: HashWriter): Generator<void> {
  const open: OpenValue[] = [];
  const begin = (value: Json) => {
    if (Array.isArray(value)) open.push({ values: value, keys: null, at: 0 });
    else if (isJsonObject(value)) open.push({ values: value, keys: keysInOrder(value), at: 0 });
    else writer.write(JSON.stringify(value));
  };
  begin(document);
  let seen = 0;
  for (let top = open.at(-1); top; top = open.at(-1)) {
    const isFirst = top.at === 0;
    if (isFirst) writer.write(top.keys ? "{" : "[");
    const value = nextOf(top);
    if (value === undefined) {
      writer.write(top.keys ? "}" : "]");
      open.pop();
    } else {
      const key = top.keys ? `${JSON.stringify(top.keys[top.at - 1])}:` : "";
      if (key || !isFirst) writer.write(isFirst ? key : `,${key}`);
      begin(value);
    }
    if (++seen % valuesATurn === 0) yield;
  }
}

function nextOf(top: OpenValue): Json | undefined {
  const at = top.at++;
  if (Array.isArray(top.values)) return at < top.values.length ? (top.values[at] ?? null) : undefined;
  const key = top.keys?.[at];
  return key === undefined ? undefined : ((top.values as JsonObject)[key] ?? null);
}

/** Sorted, but what looks like an index first and by number: so engines order the keys of every object. */
function keysInOrder(value: JsonObject): string[] {
  const keys = Object.keys(value).sort();
  if (!keys.some(isIndex)) return keys;
  const indexes = keys.filter(isIndex).sort((a, b) => Number(a) - Number(b));
  return [...indexes, ...keys.filter((key) => !isIndex(key))];
}

function isIndex(key: string): boolean {
  return key.charCodeAt(0) <= 57 && /^(?:0|[1-9]\d{0,9})$/.test(key) && Number(key) < 4_294_967_295;
}
