import { type Matrix, matrixBytes } from "./matrix";

/** All points of a stretch of the grid, both ends included. */
export interface Block {
  kind: "block";
  fromMs: number;
  toMs: number;
  /** When the oldest part of it was asked for; it is forgotten some time after. */
  bornMs: number;
  matrix: Matrix;
}

/** A whole answer, ready to send. */
export interface StoredAnswer {
  kind: "answer";
  body: Buffer<ArrayBuffer>;
  warnings: string[];
  infos: string[];
  /** The engine said that points may be missing: for whoever asked, not to be kept. */
  isPartial?: boolean;
  /** The body as it travels compressed, once somebody has asked for it so. */
  gzip?: Buffer<ArrayBuffer>;
}

export type CacheEntry = Block | StoredAnswer;

const worthCopying = 64 * 1_024;

/** An answer that lies in a larger piece of memory keeps all of that. */
export function withoutSlack(answer: StoredAnswer): StoredAnswer {
  const { body } = answer;
  const isTight = body.buffer.byteLength - body.length < Math.max(worthCopying, body.length / 8);
  return isTight ? answer : { ...answer, body: Buffer.from(body) };
}

const entryOverheadBytes = 500;
/** A compressed body is kept when it is smaller than this share of the plain one; that much is reserved for it. */
export const gzipShare = 0.5;

export function entryBytes(entry: CacheEntry): number {
  if (entry.kind === "block") return entryOverheadBytes + matrixBytes(entry.matrix);
  return entryOverheadBytes + Math.ceil(entry.body.length * (1 + gzipShare));
}
