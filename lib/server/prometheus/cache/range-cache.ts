import { setTimeout as pause } from "node:timers/promises";
import { ownTurn } from "@/lib/server/own-turn";
import type { Block, CacheEntry } from "./cache-entry";
import type { CacheStore } from "./cache-store";
import { composeMatrix, type Piece } from "./compose-matrix";
import type { Matrix } from "./matrix";
import { gapsBetween, questionsFor, type Stretch } from "./range-gaps";

export interface RangeQuestion extends Stretch {
  /** Tenant, datasource with its revision, enforced expression. */
  key: string;
  stepMs: number;
  /** Until when samples can no longer arrive; later points are not kept. */
  settledMs: number;
  /** By how much less is settled, as the answer may tell. */
  lateMs(): number;
  ask(stretch: Stretch): Promise<Matrix>;
}

interface Answer {
  matrix: Matrix;
  /** Puts what was fetched into the store; null where nothing was. */
  keep: (() => Promise<void>) | null;
}

const blockPoints = 128;
/** How long a block is believed: data may still be deleted, or filled in long after. */
export const blockTtlMs = 3_600_000;
const keepAfterMs = 10;
/** Clocks of replicas differ by less. */
const clockSlackMs = 5_000;

/**
 * Range answers in blocks on the grid of their step: only what no block covers is asked for, and what is settled of the
 * answer is kept. Questions with the same step and the same offset to it share their blocks, whatever their ends.
 */
export class RangeCache {
  readonly #store: CacheStore;
  readonly #now: () => number;
  readonly #underWay = new Map<string, Set<Stretch & { done: Promise<unknown> }>>();

  constructor(store: CacheStore, now: () => number = Date.now) {
    this.#store = store;
    this.#now = now;
  }

  async ask(question: RangeQuestion): Promise<Matrix> {
    const key = gridKey(question);
    const others = this.#underWayFor(key, question);
    // Nothing is awaited in vain: who comes in the same moment must see this one under way.
    if (others.length > 0) await Promise.all(others);
    const answer = this.#answer(key, question);
    const { fromMs, toMs } = question;
    const running = { fromMs, toMs, done: answer.then(keepLater).catch(() => undefined) };
    const all = this.#underWay.get(key) ?? new Set();
    this.#underWay.set(key, all.add(running));
    void running.done.then(() => {
      all.delete(running);
      if (all.size === 0) this.#underWay.delete(key);
    });
    return (await answer).matrix;
  }

  /** Once all that was answered so far is kept. */
  async settled(): Promise<void> {
    const running = [...this.#underWay.values()].flatMap((all) => [...all]);
    await Promise.all(running.map(({ done }) => done));
  }

  /** Whoever asks for much the same meanwhile waits for it and finds it kept. */
  #underWayFor(key: string, { fromMs, toMs }: RangeQuestion): Promise<unknown>[] {
    const others = [...(this.#underWay.get(key) ?? [])];
    const covers = (other: Stretch) => {
      const shared = Math.min(toMs, other.toMs) - Math.max(fromMs, other.fromMs);
      return shared > 0 && shared * 2 >= toMs - fromMs;
    };
    return others.filter(covers).map(({ done }) => done);
  }

  async #answer(key: string, question: RangeQuestion): Promise<Answer> {
    const askedMs = this.#now();
    const places = placesOf(question);
    const blocks = await this.#blocksAt(key, places, question);
    const known = blocks.flatMap((block) => clip(block, question));
    const gaps = questionsFor(gapsBetween(question, known, question.stepMs));
    const fetched = await Promise.all(
      gaps.map(async (gap): Promise<Piece> => ({ ...gap, matrix: await question.ask(gap) })),
    );
    const keep = async () => {
      for (const piece of fetched) await this.#keep({ key, question, piece, places, blocks, askedMs });
    };
    const [only, ...more] = fetched;
    if (only && more.length === 0 && only.fromMs === question.fromMs && only.toMs === question.toMs)
      return { matrix: only.matrix, keep };
    const pieces = [...fetched, ...known.flatMap((piece) => outside(piece, gaps, question.stepMs))];
    return { matrix: await composeMatrix(pieces.sort(byTime)), keep: fetched.length > 0 ? keep : null };
  }

  async #blocksAt(key: string, places: Stretch[], question: RangeQuestion): Promise<(Block | undefined)[]> {
    const reaches = ({ fromMs, toMs }: Block, place: Stretch) =>
      fromMs <= Math.max(place.fromMs, question.fromMs) &&
      toMs >= Math.min(place.toMs, question.toMs, question.settledMs);
    const isEnough = (entry: CacheEntry, index: number) => {
      const place = places[index];
      return entry.kind === "block" && place !== undefined && reaches(entry, place);
    };
    const found = await this.#store.get(
      places.map(({ fromMs }) => `${key}:${fromMs}`),
      isEnough,
    );
    return found.map((entry) => (entry?.kind === "block" && this.#isBelieved(entry) ? entry : undefined));
  }

  /** One of the future comes from a clock that was ahead: some of what it holds as settled had not happened yet. */
  #isBelieved({ bornMs }: Block): boolean {
    const ageMs = this.#now() - bornMs;
    return ageMs < blockTtlMs && ageMs > -clockSlackMs;
  }

  async #keep(input: {
    key: string;
    question: RangeQuestion;
    piece: Piece;
    places: Stretch[];
    blocks: (Block | undefined)[];
    askedMs: number;
  }): Promise<void> {
    const { key, question, piece, places, blocks, askedMs } = input;
    if (isPartial(piece.matrix).isPartial) return;
    for (const [index, place] of places.entries()) {
      const fromMs = Math.max(place.fromMs, piece.fromMs);
      const toMs = Math.min(place.toMs, piece.toMs, lastOnGrid(question));
      if (fromMs > toMs) continue;
      await ownTurn();
      const block = await joinBlock({ ...piece, fromMs, toMs }, blocks[index], question.stepMs, askedMs);
      blocks[index] = block;
      this.#store.set(`${key}:${place.fromMs}`, block, block.bornMs + blockTtlMs - this.#now());
    }
  }
}

/** Whoever asked is answered first: by then also a long answer is on its way out. */
async function keepLater({ keep }: Answer): Promise<void> {
  if (!keep) return;
  await pause(keepAfterMs);
  await keep();
}

/** What a fetched piece and the block that stands there make together; the newer one alone where they do not meet. */
async function joinBlock(
  piece: Piece,
  old: Block | undefined,
  stepMs: number,
  askedMs: number,
): Promise<Block> {
  const meets = old && old.fromMs <= piece.toMs + stepMs && old.toMs >= piece.fromMs - stepMs;
  if (!meets) {
    const { fromMs, toMs } = piece;
    return { kind: "block", fromMs, toMs, bornMs: askedMs, matrix: await composeMatrix([piece]) };
  }
  const rest = outside({ ...old }, [piece], stepMs);
  return {
    kind: "block",
    fromMs: Math.min(old.fromMs, piece.fromMs),
    toMs: Math.max(old.toMs, piece.toMs),
    bornMs: Math.min(old.bornMs, askedMs),
    matrix: await composeMatrix([...rest, piece].sort(byTime)),
  };
}

function gridKey({ key, stepMs, fromMs }: RangeQuestion): string {
  return `${key}:${stepMs}:${offsetOf(fromMs, stepMs)}`;
}

function offsetOf(timeMs: number, stepMs: number): number {
  return ((timeMs % stepMs) + stepMs) % stepMs;
}

/** The places of the blocks that the question touches. */
function placesOf({ fromMs, toMs, stepMs }: RangeQuestion): Stretch[] {
  const offset = offsetOf(fromMs, stepMs);
  const lengthMs = stepMs * blockPoints;
  const places: Stretch[] = [];
  for (let at = Math.floor((fromMs - offset) / lengthMs) * lengthMs + offset; at <= toMs; at += lengthMs) {
    places.push({ fromMs: at, toMs: at + lengthMs - stepMs });
  }
  return places;
}

function lastOnGrid({ fromMs, stepMs, settledMs, lateMs }: RangeQuestion): number {
  return fromMs + Math.floor((settledMs - lateMs() - fromMs) / stepMs) * stepMs;
}

function clip(block: Block | undefined, { fromMs, toMs }: Stretch): Piece[] {
  if (!block || block.toMs < fromMs || block.fromMs > toMs) return [];
  return [{ matrix: block.matrix, fromMs: Math.max(block.fromMs, fromMs), toMs: Math.min(block.toMs, toMs) }];
}

/** The parts of a piece that lie in none of the stretches. */
function outside(piece: Piece, stretches: readonly Stretch[], stepMs: number): Piece[] {
  return gapsBetween(piece, stretches, stepMs).map((gap) => ({ matrix: piece.matrix, ...gap }));
}

function byTime(a: Stretch, b: Stretch): number {
  return a.fromMs - b.fromMs;
}

/** A warning of the storage (a part of it did not answer) means that points may be missing; one of PromQL does not. */
export function isPartial({ warnings }: { warnings: readonly string[] }): { isPartial?: true } {
  return warnings.every((text) => /^PromQL (warning|info):/.test(text)) ? {} : { isPartial: true };
}
