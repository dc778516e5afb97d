import { strToU8, Zip, ZipDeflate } from "fflate";
import { ownTurn } from "@/lib/server/own-turn";

export interface FileToZip {
  path: string;
  content: string | ReadableStream<Uint8Array>;
}

const pieceBytes = 131_072;

/** A zip as a stream: a file is made when the reader has taken what came before. */
export function writeZip(files: Iterable<FileToZip> | AsyncIterable<FileToZip>): ReadableStream<Uint8Array> {
  const iterator = Symbol.asyncIterator in files ? files[Symbol.asyncIterator]() : files[Symbol.iterator]();
  let zip: Zip | null = null;
  return new ReadableStream<Uint8Array>({
    start(controller) {
      zip = new Zip((error, data, isLast) => {
        if (error) return controller.error(error);
        controller.enqueue(data);
        if (isLast) controller.close();
      });
    },
    async pull() {
      const { value, done } = await iterator.next();
      if (done) return zip?.end();
      const entry = new ZipDeflate(value.path, { level: 6 });
      zip?.add(entry);
      const { content } = value;
      await deflate(
        entry,
        typeof content === "string" ? strToU8(content) : await new Response(content).bytes(),
      );
    },
    async cancel() {
      await iterator.return?.(undefined);
    },
  });
}

/** Piece by piece, letting others go on in between. */
async function deflate(entry: ZipDeflate, bytes: Uint8Array): Promise<void> {
  let at = 0;
  for (; at + pieceBytes < bytes.length; at += pieceBytes) {
    entry.push(bytes.subarray(at, at + pieceBytes));
    await ownTurn();
  }
  entry.push(bytes.subarray(at), true);
}
