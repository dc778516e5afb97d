import type { Matrix } from "./matrix";

/** The columns of a matrix whose number of points is not known yet. */
export class PointColumns {
  #timesMs: Float64Array;
  #ends: Uint32Array;
  #count = 0;

  constructor(likely: number) {
    this.#timesMs = new Float64Array(likely + 1);
    this.#ends = new Uint32Array(likely + 1);
  }

  get count(): number {
    return this.#count;
  }

  get filled(): Pick<Matrix, "timesMs" | "ends"> {
    return { timesMs: this.#timesMs.subarray(0, this.#count), ends: this.#ends.subarray(0, this.#count) };
  }

  add(timeMs: number, end: number): void {
    if (this.#count === this.#ends.length) this.#grow();
    this.#timesMs[this.#count] = timeMs;
    this.#ends[this.#count] = end;
    this.#count += 1;
  }

  #grow(): void {
    const [timesMs, ends] = [this.#timesMs, this.#ends];
    this.#timesMs = new Float64Array(this.#count * 2);
    this.#ends = new Uint32Array(this.#count * 2);
    this.#timesMs.set(timesMs);
    this.#ends.set(ends);
  }
}
