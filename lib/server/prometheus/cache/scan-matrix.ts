import { isUtf8 } from "node:buffer";
import { setImmediate as pause } from "node:timers/promises";
import { isJsonObject } from "@/lib/shared/json";
import type { Lane, Matrix } from "./matrix";

const head = Buffer.from('{"status":"success","data":{"resultType":"matrix","result":[');
const beforeMetric = Buffer.from('{"metric":{');
const beforeValues = Buffer.from(',"values":[');

const quote = 34;
const comma = 44;
const open = 91;
const backslash = 92;
const close = 93;
const closeBrace = 125;
/** Counted from the digit 0. */
const point = 46 - 48;
/** What makes milliseconds of the digits, by the length of the point and the decimals behind it. */
const thousandths = [1_000, 0, 100, 10, 1];
const jsonNumber = /^-?(0|[1-9]\d*)(\.\d+)?(e[-+]?\d+)?$/i;

/** About 10 ms of work. */
const turnBytes = 2_000_000;

/** The characters of a number as Prometheus writes it, and of `NaN`, `+Inf`, `-Inf`. */
const ofValue = new Uint8Array(256);
for (const char of "0123456789+-.eEInfNa") ofValue[char.charCodeAt(0)] = 1;

/**
 * Reads the text of a range answer exactly as Prometheus writes it, every byte looked at, in a fraction of the time that
 * JSON.parse takes, letting others go on in between. Null for anything else: other spellings, histograms, statistics,
 * half an answer.
 */
export async function scanMatrix(bytes: Buffer<ArrayBuffer>): Promise<Matrix | null> {
  if (!isUtf8(bytes) || !startsWith(bytes, head, 0)) return null;
  const scan = new Scan(bytes);
  return (await scan.readAll()) ? scan.toMatrix() : null;
}

class Scan {
  readonly #bytes: Buffer<ArrayBuffer>;
  #at = head.length;
  #count = 0;
  #timesMs: Float64Array;
  #ends: Uint32Array;
  readonly #lanes: Lane[] = [];
  #isBare = false;
  #remarks: { warnings: string[]; infos: string[] } = { warnings: [], infos: [] };

  constructor(bytes: Buffer<ArrayBuffer>) {
    this.#bytes = bytes;
    const likely = Math.ceil(bytes.length / 24) + 1;
    this.#timesMs = new Float64Array(likely);
    this.#ends = new Uint32Array(likely);
  }

  async readAll(): Promise<boolean> {
    if (this.#bytes[this.#at] === close) return this.#readTail();
    for (let turnAt = 0; ; ) {
      if (this.#at - turnAt > turnBytes) {
        await pause();
        turnAt = this.#at;
      }
      if (!this.#readSeries()) return false;
      const next = this.#bytes[this.#at];
      if (next === close) return this.#readTail();
      if (next !== comma) return false;
      this.#at += 1;
    }
  }

  toMatrix(): Matrix {
    return {
      bytes: this.#bytes,
      timesMs: this.#timesMs.subarray(0, this.#count),
      ends: this.#ends.subarray(0, this.#count),
      lanes: this.#lanes,
      ...this.#remarks,
      ...(this.#isBare ? { asItCame: this.#bytes } : {}),
    };
  }

  #readSeries(): boolean {
    const metric = this.#readMetric();
    if (metric === null || !startsWith(this.#bytes, beforeValues, this.#at)) return false;
    const lane: Lane = {
      metric,
      kind: "values",
      first: this.#count,
      end: 0,
      at: this.#at + beforeValues.length,
    };
    this.#at = lane.at;
    if (!this.#readPoints()) return false;
    lane.end = this.#count;
    this.#lanes.push(lane);
    if (this.#bytes[this.#at] !== closeBrace) return false;
    this.#at += 1;
    return true;
  }

  #readMetric(): string | null {
    if (!startsWith(this.#bytes, beforeMetric, this.#at)) return null;
    const from = this.#at + beforeMetric.length - 1;
    let at = from + 1;
    let inString = false;
    for (; at < this.#bytes.length; at++) {
      const byte = this.#bytes[at];
      if (inString && byte === backslash) at += 1;
      else if (byte === quote) inString = !inString;
      else if (!inString && byte === closeBrace) break;
    }
    this.#at = at + 1;
    const text = this.#bytes.toString("utf8", from, at + 1);
    return isLabels(text) ? text : null;
  }

  /** Points up to and with the closing bracket. */
  #readPoints(): boolean {
    const bytes = this.#bytes;
    let at = this.#at;
    for (;;) {
      if (bytes[at] !== open) return false;
      const numberAt = at + 1;
      at = numberAt;
      while (ofValue[bytes[at] ?? 0] === 1) at += 1;
      const timeMs = this.#timeMs(numberAt, at);
      if (Number.isNaN(timeMs) || bytes[at] !== comma || bytes[at + 1] !== quote) return false;
      const valueAt = at + 2;
      at = valueAt;
      while (ofValue[bytes[at] ?? 0] === 1) at += 1;
      if (at === valueAt || bytes[at] !== quote || bytes[at + 1] !== close) return false;
      at += 2;
      this.#addPoint(timeMs, at);
      const next = bytes[at];
      at += 1;
      if (next === close) break;
      if (next !== comma) return false;
    }
    this.#at = at;
    return true;
  }

  /** Seconds with up to three decimals, as Prometheus writes them, are read by hand; others by the language. */
  #timeMs(from: number, to: number): number {
    const bytes = this.#bytes;
    let digits = 0;
    let pointAt = to;
    for (let at = from; at < to; at++) {
      const digit = (bytes[at] ?? 0) - 48;
      if (digit >= 0 && digit <= 9) digits = digits * 10 + digit;
      else if (digit === point && pointAt === to) pointAt = at;
      else return this.#oddTimeMs(from, to);
    }
    const decimals = to - pointAt;
    const isPlain = decimals <= 4 && decimals !== 1 && to - from <= 15 && bytes[from] !== 48;
    return isPlain && pointAt > from ? digits * (thousandths[decimals] ?? 0) : this.#oddTimeMs(from, to);
  }

  #oddTimeMs(from: number, to: number): number {
    const text = this.#bytes.toString("latin1", from, to);
    return jsonNumber.test(text) ? Math.round(Number(text) * 1_000) : Number.NaN;
  }

  #addPoint(timeMs: number, end: number): void {
    if (this.#count === this.#ends.length) {
      const size = this.#count * 2;
      this.#timesMs = grown(this.#timesMs, new Float64Array(size));
      this.#ends = grown(this.#ends, new Uint32Array(size));
    }
    this.#timesMs[this.#count] = timeMs;
    this.#ends[this.#count] = end;
    this.#count += 1;
  }

  #readTail(): boolean {
    const tail = this.#bytes.toString("utf8", this.#at);
    if (!tail.startsWith("]}")) return false;
    const rest = tail.slice(2).trim();
    this.#isBare = rest === "}";
    const remarks = parseObject(rest.startsWith(",") ? `{${rest.slice(1)}` : `{${rest}`);
    if (!remarks) return false;
    const { warnings = [], infos = [], ...others } = remarks;
    if (Object.keys(others).length > 0 || !isTexts(warnings) || !isTexts(infos)) return false;
    this.#remarks = { warnings, infos };
    return true;
  }
}

function grown<Column extends Float64Array | Uint32Array>(full: Column, larger: Column): Column {
  larger.set(full);
  return larger;
}

function startsWith(bytes: Buffer, text: Buffer, at: number): boolean {
  return bytes.compare(text, 0, text.length, at, Math.min(at + text.length, bytes.length)) === 0;
}

function isLabels(text: string): boolean {
  const labels = parseObject(text);
  return labels !== null && Object.values(labels).every((value) => typeof value === "string");
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}

function parseObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return isJsonObject(value) ? value : null;
  } catch {
    return null;
  }
}
