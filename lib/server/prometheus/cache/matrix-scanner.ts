import { isUtf8 } from "node:buffer";
import { endOfObject, isLabels, parseObject, readTail, textOf } from "./answer-text";
import { endOfNumber } from "./end-of-number";
import { GrowingBuffer } from "./growing-buffer";
import type { Lane, Matrix } from "./matrix";
import { PointColumns } from "./point-columns";
import { readTimeMs } from "./read-time";
import { ValueReader } from "./value-reader";

const head = Buffer.from('{"status":"success","data":{"resultType":"matrix","result":[');
const beforeMetric = Buffer.from('{"metric":{');
const before = { values: Buffer.from(',"values":['), histograms: Buffer.from(',"histograms":[') };

const comma = 44;
const open = 91;
const close = 93;
const openBrace = 123;
const closeBrace = 125;

/** What is longer is not waited for again and again: it is no answer of a Prometheus, or read by way of JSON. */
const maxObjectBytes = 256 * 1_024;

/** What comes next. `odd`: this is no answer as Prometheus writes it, and no more is read of it. */
type Phase = "head" | "metric" | "kind" | Lane["kind"] | "tail" | "odd";

/**
 * Reads the text of a range answer exactly as Prometheus writes it while it comes in, every byte looked at, in a fraction
 * of the time that JSON.parse takes. Anything else is odd: other spellings, statistics, half an answer.
 */
export class MatrixScanner {
  readonly #all: GrowingBuffer;
  #bytes: Buffer<ArrayBuffer> = Buffer.alloc(0);
  #at = 0;
  #phase: Phase = "head";
  #metric = "";
  readonly #columns: PointColumns;
  readonly #values: ValueReader;
  readonly #lanes: Lane[] = [];

  /** @param likelyBytes the length that the answer will likely have */
  constructor(likelyBytes: number) {
    this.#all = new GrowingBuffer(likelyBytes);
    this.#columns = new PointColumns(Math.ceil(likelyBytes / 24));
    this.#values = new ValueReader(this.#all, this.#columns);
  }

  /** All that came in. */
  get bytes(): Buffer<ArrayBuffer> {
    return this.#all.bytes;
  }

  add(chunk: Uint8Array): void {
    this.#all.add(chunk);
    if (this.#phase === "odd") return;
    this.#bytes = this.#all.bytes;
    while (this.#step());
  }

  /** Null for what is odd. */
  finish(): Matrix | null {
    if (this.#phase !== "tail") return null;
    const tail = this.#bytes.subarray(this.#at);
    const remarks = isUtf8(tail) ? readTail(tail.toString("utf8")) : null;
    if (!remarks) return null;
    const { isBare, ...texts } = remarks;
    const asItCame = isBare ? { asItCame: this.#bytes } : {};
    return { bytes: this.#bytes, ...this.#columns.filled, lanes: this.#lanes, ...texts, ...asItCame };
  }

  /** False when nothing more can be read of what has come so far. */
  #step(): boolean {
    switch (this.#phase) {
      case "head":
        return this.#readHead();
      case "metric":
        return this.#readMetric();
      case "kind":
        return this.#readKind();
      case "values":
        return this.#readValues();
      case "histograms":
        return this.#readHistograms();
      default:
        return false;
    }
  }

  #go(phase: Phase, at: number): true {
    this.#phase = phase;
    this.#at = at;
    return true;
  }

  #odd(): false {
    this.#phase = "odd";
    return false;
  }

  /** Whether the text stands here: null while too little has come. */
  #isNext(text: Buffer, at: number): boolean | null {
    const end = Math.min(at + text.length, this.#bytes.length);
    if (this.#bytes.compare(text, 0, end - at, at, end) !== 0) return false;
    return end - at < text.length ? null : true;
  }

  #readHead(): boolean {
    const isHere = this.#isNext(head, 0);
    if (isHere === false) return this.#odd();
    const next = this.#bytes[head.length];
    if (isHere === null || next === undefined) return false;
    return this.#go(next === close ? "tail" : "metric", head.length);
  }

  #readMetric(): boolean {
    const isHere = this.#isNext(beforeMetric, this.#at);
    if (isHere === false) return this.#odd();
    if (isHere === null) return false;
    const from = this.#at + beforeMetric.length - 1;
    const end = endOfObject(this.#bytes, from);
    if (end === null) return this.#bytes.length - from > maxObjectBytes && this.#odd();
    const text = textOf(this.#bytes, from, end);
    if (text === null || !isLabels(text)) return this.#odd();
    this.#metric = text;
    for (const kind of ["values", "histograms"] as const) {
      const isKind = this.#isNext(before[kind], end);
      if (isKind === null) return false;
      if (isKind) return this.#openLane(kind, end + before[kind].length);
    }
    return this.#odd();
  }

  #openLane(kind: Lane["kind"], at: number): true {
    const first = this.#columns.count;
    this.#lanes.push({ metric: this.#metric, kind, first, end: first, at });
    if (kind === "values") this.#values.begin(at);
    return this.#go(kind, at);
  }

  /** Behind the points of one kind: those of the other, or the end of the series. */
  #readKind(): boolean {
    const isMore = this.#lanes.at(-1)?.kind === "values" ? this.#isNext(before.histograms, this.#at) : false;
    if (isMore) return this.#openLane("histograms", this.#at + before.histograms.length);
    const [end, next] = [this.#bytes[this.#at], this.#bytes[this.#at + 1]];
    if (isMore === null || end === undefined || (end === closeBrace && next === undefined)) return false;
    if (end !== closeBrace) return this.#odd();
    if (next === close) return this.#go("tail", this.#at + 1);
    return next === comma ? this.#go("metric", this.#at + 2) : this.#odd();
  }

  #readValues(): boolean {
    const outcome = this.#values.read();
    if (outcome === "closed") return this.#closeLane(this.#values.at);
    return outcome === "odd" && this.#odd();
  }

  /** One point, and what stands behind it. */
  #readHistograms(): boolean {
    const bytes = this.#bytes;
    const from = this.#at;
    const at = endOfNumber(bytes, from + 1);
    const end = bytes[at + 1] === openBrace ? endOfObject(bytes, at + 1) : null;
    if (end === null || end + 1 >= bytes.length) return bytes.length - from > maxObjectBytes && this.#odd();
    const timeMs = readTimeMs(bytes, from + 1, at);
    const text = textOf(bytes, at + 1, end);
    const isPoint = bytes[from] === open && bytes[at] === comma && bytes[end] === close;
    if (!isPoint || Number.isNaN(timeMs) || text === null || parseObject(text) === null) return this.#odd();
    this.#columns.add(timeMs, end + 1);
    const next = bytes[end + 1];
    if (next === comma) return this.#go("histograms", end + 2);
    return next === close ? this.#closeLane(end + 2) : this.#odd();
  }

  #closeLane(at: number): true {
    const lane = this.#lanes.at(-1);
    if (lane) lane.end = this.#columns.count;
    return this.#go("kind", at);
  }
}
