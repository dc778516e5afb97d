import { strToU8, Zip, ZipDeflate } from "fflate";

export interface FileToZip {
  path: string;
  content: string | Uint8Array;
}

/** A zip as a stream: a file is made when the reader has taken what came before. */
export function writeZip(files: AsyncGenerator<FileToZip>): ReadableStream<Uint8Array> {
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
      const { value, done } = await files.next();
      if (done) return zip?.end();
      const entry = new ZipDeflate(value.path, { level: 6 });
      zip?.add(entry);
      entry.push(typeof value.content === "string" ? strToU8(value.content) : value.content, true);
    },
    async cancel() {
      await files.return(undefined);
    },
  });
}
