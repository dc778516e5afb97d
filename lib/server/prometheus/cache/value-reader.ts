import { endOfNumber } from "./end-of-number";
import type { GrowingBuffer } from "./growing-buffer";
import { pointAt, startOf } from "./matrix";
import type { PointColumns } from "./point-columns";
import { readTimeMs } from "./read-time";

const quote = 34;
const comma = 44;
const open = 91;
const close = 93;
const zero = 48;
/** Counted from the digit 0. */
const decimalPoint = 46 - 48;
/** What makes milliseconds of the digits, by the length of the point and the decimals behind it. */
const thousandths = [1_000, 0, 100, 10, 1];

/** What is longer is not waited for again and again: it is no answer of a Prometheus, or read by way of JSON. */
const maxPointBytes = 200;

/** What looks at 8, 4 and 8 letters cover; less than the zeros behind a growing buffer. */
const shortestHead = 12;
const longestHead = 20;

/** Points `[time,"value"]`; `[time,"` is the head of one. */
interface Run {
  first: number;
  end: number;
  at: number;
  /** The length of all their heads; 0 when it differs, or cannot be compared. */
  head: number;
}

const none: Run = { first: 0, end: 0, at: 0, head: 0 };

/**
 * Reads the values of one series after the other. They lie on one grid, so most points have the head of a point of a
 * series before, letter by letter: its time is known then, and only the value is left to be read.
 */
export class ValueReader {
  readonly #all: GrowingBuffer;
  readonly #columns: PointColumns;
  #run = none;
  #known = none;
  /** The known point that likely has the time of the next one. */
  #twin = 0;
  #at = 0;

  constructor(all: GrowingBuffer, columns: PointColumns) {
    this.#all = all;
    this.#columns = columns;
  }

  /** Behind the points that were read. */
  get at(): number {
    return this.#at;
  }

  /** The points of a series begin here. */
  begin(at: number): void {
    const first = this.#columns.count;
    this.#run = { first, end: first, at, head: this.#known.head };
    this.#twin = this.#known.first;
    this.#at = at;
  }

  /** Points up to and with the closing bracket, or as many as have come whole. */
  read(): "closed" | "more" | "odd" {
    for (;;) {
      this.#readTwins();
      const outcome = this.#readPoint();
      if (outcome === "closed") this.#close();
      if (outcome !== null) return outcome;
    }
  }

  #close(): void {
    const [run, known] = [this.#run, this.#known];
    run.end = this.#columns.count;
    if (run.head > 0 && run.end - run.first >= known.end - known.first) this.#known = run;
  }

  /** Points whose heads are known, as long as others follow. */
  #readTwins(): void {
    const { room, view, length } = this.#all;
    const { timesMs, ends } = this.#columns;
    const { head, end: lastTwin } = this.#known;
    let { count } = this.#columns;
    let [twin, at] = [this.#twin, this.#at];
    let twinAt = startOf(this.#columns, this.#known, twin);
    while (twin < lastTwin && count < ends.length && isSameHead(view, at, twinAt, head)) {
      const end = endOfNumber(room, at + head) + 2;
      if (end >= length || room[end] !== comma || !isValue(room, at + head, end)) break;
      timesMs[count] = timesMs[twin] ?? 0;
      ends[count] = end;
      twinAt = (ends[twin] ?? 0) + 1;
      at = end + 1;
      twin += 1;
      count += 1;
    }
    if (twin !== this.#twin && this.#run.head !== head) this.#run.head = 0;
    this.#columns.count = count;
    this.#twin = twin;
    this.#at = at;
  }

  /** One point and what stands behind it; null when that is another point. */
  #readPoint(): "closed" | "more" | "odd" | null {
    const { room, length } = this.#all;
    const at = this.#at;
    // Most times are digits with a point among them, read in the same go that looks for their end.
    let digits = 0;
    let dotAt = 0;
    let digitsEnd = at + 1;
    for (; ; digitsEnd++) {
      const digit = (room[digitsEnd] ?? 0) - 48;
      if (digit >= 0 && digit <= 9) digits = digits * 10 + digit;
      else if (digit === decimalPoint && dotAt === 0) dotAt = digitsEnd;
      else break;
    }
    const commaAt = room[digitsEnd] === comma ? digitsEnd : endOfNumber(room, digitsEnd);
    const valueAt = commaAt + 2;
    const end = endOfNumber(room, valueAt) + 2;
    if (end >= length) return length - at > maxPointBytes ? "odd" : "more";
    const isPlain = digitsEnd === commaAt && isPlainTime(room, at + 1, dotAt, commaAt);
    const factor = dotAt === 0 ? 1_000 : (thousandths[commaAt - dotAt] ?? 0);
    const timeMs = isPlain ? digits * factor : readTimeMs(room, at + 1, commaAt);
    if (Number.isNaN(timeMs) || !isHead(room, at, commaAt) || !isValue(room, valueAt, end)) return "odd";
    this.#add(timeMs, valueAt - at, end);
    this.#at = end + 1;
    if (room[end] === comma) return null;
    return room[end] === close ? "closed" : "odd";
  }

  #add(timeMs: number, head: number, end: number): void {
    const [run, known, columns] = [this.#run, this.#known, this.#columns];
    const isFirst = columns.count === run.first;
    columns.add(timeMs, end);
    if (isFirst) run.head = head >= shortestHead && head <= longestHead ? head : 0;
    else if (run.head !== head) run.head = 0;
    if (known.head === 0) return;
    this.#twin = pointAt(columns, known, timeMs);
    if (columns.timesMs[this.#twin] === timeMs) this.#twin += 1;
  }
}

/** No letters of a known head make zero or no number, so numbers are equal where letters are. */
function isSameHead(view: DataView, at: number, knownAt: number, head: number): boolean {
  return (
    view.getFloat64(at, true) === view.getFloat64(knownAt, true) &&
    view.getUint32(at + 8, true) === view.getUint32(knownAt + 8, true) &&
    view.getFloat64(at + head - 8, true) === view.getFloat64(knownAt + head - 8, true)
  );
}

/** Seconds with up to three decimals, as Prometheus writes them. */
function isPlainTime(bytes: Uint8Array, from: number, dotAt: number, to: number): boolean {
  if (to === from || to - from > 15 || bytes[from] === zero) return false;
  return dotAt === 0 || (dotAt > from && to - dotAt > 1 && to - dotAt <= 4);
}

function isHead(bytes: Uint8Array, at: number, commaAt: number): boolean {
  return bytes[at] === open && bytes[commaAt] === comma && bytes[commaAt + 1] === quote;
}

function isValue(bytes: Uint8Array, from: number, end: number): boolean {
  return end > from + 2 && bytes[end - 2] === quote && bytes[end - 1] === close;
}
