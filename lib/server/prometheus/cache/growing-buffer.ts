/** Behind the bytes stand at least so many zeros: who reads on to a sign that has not come finds an end without asking. */
const spareBytes = 32;

/** Bytes of a stream in one piece, as far as they have come. What was given out stays as it was. */
export class GrowingBuffer {
  /** The bytes, and more room. */
  room: Buffer<ArrayBuffer>;
  /** The same, to be read several bytes at once. */
  view: DataView<ArrayBuffer>;
  length = 0;

  constructor(likelyBytes: number) {
    this.room = Buffer.allocUnsafeSlow(likelyBytes + spareBytes);
    this.view = new DataView(this.room.buffer);
  }

  get bytes(): Buffer<ArrayBuffer> {
    return this.room.subarray(0, this.length);
  }

  add(chunk: Uint8Array): void {
    const length = this.length + chunk.length;
    if (length + spareBytes > this.room.length) {
      const room = Buffer.allocUnsafeSlow(Math.max(length, this.room.length * 2) + spareBytes);
      room.set(this.bytes);
      this.room = room;
      this.view = new DataView(room.buffer);
    }
    this.room.set(chunk, this.length);
    this.room.fill(0, length, length + spareBytes);
    this.length = length;
  }
}
