import { closeSync, openSync, writeSync } from "node:fs";

const CHUNK_LINES = 4_000;

/** Writes many small pieces of text in few large writes. */
export class LineWriter {
  private readonly descriptor: number;
  private pieces: string[] = [];
  bytes = 0;

  constructor(file: string) {
    this.descriptor = openSync(file, "w");
  }

  write(piece: string): void {
    if (this.pieces.push(piece) >= CHUNK_LINES) this.flush();
  }

  close(): void {
    this.flush();
    closeSync(this.descriptor);
  }

  private flush(): void {
    const chunk = Buffer.from(this.pieces.join(""));
    for (let written = 0; written < chunk.length; ) {
      written += writeSync(this.descriptor, chunk, written);
    }
    this.bytes += chunk.length;
    this.pieces = [];
  }
}
