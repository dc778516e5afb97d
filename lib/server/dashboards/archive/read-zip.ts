import { inflateRawSync } from "node:zlib";
import { Unzip, type UnzipDecoder, type UnzipFile } from "fflate";
import { AppError } from "@/lib/shared/errors";

export interface ZippedFile {
  path: string;
  /** null where it cannot be unpacked; `problem` says why. */
  bytes: Uint8Array | null;
  problem: string | null;
}

interface ZipLimits {
  /** Of one file, unpacked. */
  fileBytes: number;
  /** Of all of them together. */
  totalBytes: number;
  wanted: (path: string) => boolean;
}

const pieceBytes = 65_536;

/** Node's inflate, told how much it may write: a bomb ends at the limit. */
function inflaterOf(fileBytes: number) {
  return class Inflater implements UnzipDecoder {
    static compression = 8;
    ondata: UnzipDecoder["ondata"] = () => undefined;
    #parts: Uint8Array[] = [];
    #size = 0;

    push(data: Uint8Array, isLast: boolean): void {
      this.#size += data.length;
      if (this.#size > fileBytes) this.#parts = [];
      else this.#parts.push(data.slice());
      if (isLast) this.#finish();
    }

    #finish(): void {
      try {
        if (this.#size > fileBytes) throw new RangeError("too large");
        this.ondata(null, inflateRawSync(Buffer.concat(this.#parts), { maxOutputLength: fileBytes }), true);
      } catch (error) {
        this.ondata(toFlateError(error), new Uint8Array(0), true);
      }
    }
  };
}

const tooLarge = 1;

/** fflate's errors carry a number. */
function toFlateError(error: unknown): Error & { code: 0 | 1 } {
  return Object.assign(new Error("cannot be unpacked"), {
    code: error instanceof RangeError ? tooLarge : 0,
  } as const);
}

/** The files of a zip as they come in, one at a time, so that an archive of any size needs the memory of one file. */
export async function* readZip(
  body: AsyncIterable<Uint8Array>,
  limits: ZipLimits,
): AsyncGenerator<ZippedFile> {
  const ready: ZippedFile[] = [];
  const budget = { left: limits.totalBytes, seen: 0 };
  const unzip = new Unzip((file) => {
    budget.seen += 1;
    unpack(file, limits, budget, (done) => ready.push(done));
  });
  unzip.register(inflaterOf(limits.fileBytes));
  for await (const chunk of body) {
    for (let at = 0; at < chunk.length; at += pieceBytes) {
      push(unzip, chunk.subarray(at, at + pieceBytes), false);
      if (budget.left < 0) {
        const limit = `${limits.totalBytes / 1e6} MB`;
        throw new AppError("INVALID_INPUT", `The archive unpacks to more than ${limit}. Split it.`);
      }
      yield* ready.splice(0);
    }
  }
  push(unzip, new Uint8Array(0), true);
  yield* ready.splice(0);
  if (budget.seen === 0) throw new AppError("INVALID_INPUT", "This is no zip archive, or it is empty.");
}

function push(unzip: Unzip, bytes: Uint8Array, isLast: boolean): void {
  try {
    unzip.push(bytes, isLast);
  } catch {
    throw new AppError("INVALID_INPUT", "The archive is damaged or was cut off. Make or download it again.");
  }
}

function unpack(
  file: UnzipFile,
  { fileBytes, wanted }: ZipLimits,
  budget: { left: number },
  done: (file: ZippedFile) => void,
): void {
  const path = file.name;
  const isWanted = !path.endsWith("/") && wanted(path);
  let parts: Uint8Array[] = [];
  let size = 0;
  let problem: string | null = null;
  file.ondata = (error, data, isLast) => {
    size += data?.length ?? 0;
    budget.left -= data?.length ?? 0;
    if (size > fileBytes || error?.code === tooLarge) problem = `It has more than ${fileBytes / 1e6} MB.`;
    else if (error) problem = "It cannot be unpacked: its data is damaged or encrypted.";
    if (problem || !isWanted) parts = [];
    else if (data) parts.push(data);
    if ((isLast || error) && isWanted) done({ path, bytes: problem ? null : Buffer.concat(parts), problem });
  };
  if (!readable.includes(file.compression)) {
    const how = "It is packed in a way that is not read here. Pack it as a plain zip.";
    if (isWanted) done({ path, bytes: null, problem: how });
    return;
  }
  file.start();
}

/** Stored, and deflate. */
const readable = [0, 8];
