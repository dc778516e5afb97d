import type { Matrix } from "./matrix";

/** The columns of a matrix whose number of points is not known yet; whoever writes them sees to the room. */
export class PointColumns {
  timesMs: Float64Array<ArrayBuffer>;
  ends: Uint32Array<ArrayBuffer>;
  count = 0;

  constructor(likely: number) {
    this.timesMs = new Float64Array(likely + 1);
    this.ends = new Uint32Array(likely + 1);
  }

  get filled(): Pick<Matrix, "timesMs" | "ends"> {
    return { timesMs: this.timesMs.subarray(0, this.count), ends: this.ends.subarray(0, this.count) };
  }

  add(timeMs: number, end: number): void {
    if (this.count === this.ends.length) this.grow();
    this.timesMs[this.count] = timeMs;
    this.ends[this.count] = end;
    this.count += 1;
  }

  grow(): void {
    const { timesMs, ends } = this;
    this.timesMs = new Float64Array(timesMs.length * 2);
    this.ends = new Uint32Array(ends.length * 2);
    this.timesMs.set(timesMs);
    this.ends.set(ends);
  }
}
