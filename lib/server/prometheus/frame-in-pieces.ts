import { ownTurn } from "@/lib/server/own-turn";
import { isJsonObject } from "@/lib/shared/json";
import type { Frame } from "@/lib/shared/prometheus/frame";
import { type RangeGrid, toInstantFrame, toRangeFrame } from "@/lib/shared/prometheus/to-frame";
import { GatewayError } from "./gateway-error";

const placesAPiece = 50_000;
/** Of its labels: what one series costs, however few its samples. */
const placesOfLabels = 20;
/** A frame has a place for each series at each step, also where there is no sample: many short-lived series would fill gigabytes. */
const mostPlaces = 10_000_000;

/**
 * The frame of an answer; one with many samples is made some series at a time, letting others go on in between.
 * @throws GatewayError with the reason `too_large`
 */
export async function frameInPieces(
  data: unknown,
  kind: "range" | "instant",
  grid: RangeGrid,
): Promise<Frame> {
  if (kind === "range" && seriesIn(data) * pointsOf(grid) > mostPlaces) throw tooLarge();
  const frames: Frame[] = [];
  for await (const frame of framePieces(data, kind, grid)) frames.push(frame);
  const [first] = frames;
  if (!first || frames.length === 1) return first ?? toInstantFrame(data, grid.endSeconds);
  return { ...first, series: frames.flatMap<unknown>(({ series }) => series) } as Frame;
}

/** The same for who needs some of the series at a time only. */
export async function* framePieces<Kind extends "range" | "instant">(
  data: unknown,
  kind: Kind,
  grid: RangeGrid,
): AsyncGenerator<Extract<Frame, { kind: Kind }>> {
  for (const [index, piece] of piecesOf(data, kind === "instant" ? 1 : pointsOf(grid)).entries()) {
    if (index > 0) await ownTurn();
    const frame = kind === "instant" ? toInstantFrame(piece, grid.endSeconds) : toRangeFrame(piece, grid);
    yield frame as Extract<Frame, { kind: Kind }>;
  }
}

function pointsOf({ startSeconds, endSeconds, stepSeconds }: RangeGrid): number {
  return Math.max(1, (endSeconds - startSeconds) / stepSeconds);
}

function seriesIn(data: unknown): number {
  return isJsonObject(data) && Array.isArray(data.result) ? data.result.length : 1;
}

function tooLarge(): GatewayError {
  const message = "The answer has too many series for so many points. Select fewer, or widen the step.";
  return new GatewayError("unavailable", message, { details: { reason: "too_large" } });
}

function piecesOf(data: unknown, points: number): unknown[] {
  if (!isJsonObject(data) || !Array.isArray(data.result)) return [data];
  const { result } = data;
  const size = Math.max(1, Math.floor(placesAPiece / (points + placesOfLabels)));
  if (result.length <= size || data.resultType === "scalar" || data.resultType === "string") return [data];
  const count = Math.ceil(result.length / size);
  return Array.from({ length: count }, (_, index) => ({
    ...data,
    result: result.slice(index * size, (index + 1) * size),
  }));
}
