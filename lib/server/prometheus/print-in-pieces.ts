import { keysOf } from "@/lib/server/large-object";
import { ownTurn } from "@/lib/server/own-turn";

const encoder = new TextEncoder();
const turnMs = 8;
const maxDepth = 2;
const flushLength = 64 * 1024;

/** JSON.stringify as bytes, element by element where a list stands near the top, letting others go on in between. */
export async function printInPieces(value: unknown): Promise<Uint8Array<ArrayBuffer>[]> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let text = "";
  let turnStart = performance.now();
  const flush = async () => {
    chunks.push(encoder.encode(text));
    text = "";
    if (performance.now() - turnStart < turnMs) return;
    await ownTurn();
    turnStart = performance.now();
  };
  const write = async (part: unknown, depth: number): Promise<void> => {
    if (depth > maxDepth || typeof part !== "object" || part === null) {
      text += JSON.stringify(part) ?? "null";
      if (text.length > flushLength) await flush();
      return;
    }
    if (Array.isArray(part)) {
      text += "[";
      for (const [index, item] of part.entries()) {
        text += (index === 0 ? "" : ",") + (JSON.stringify(item) ?? "null");
        if (text.length > flushLength) await flush();
      }
      text += "]";
      return;
    }
    let before = "{";
    for (const key of keysOf(part)) {
      const item: unknown = Reflect.get(part, key);
      if (item === undefined) continue;
      text += `${before}${JSON.stringify(key)}:`;
      await write(item, depth + 1);
      before = ",";
    }
    text += before === "{" ? "{}" : "}";
  };
  await write(value, 0);
  await flush();
  return chunks;
}
