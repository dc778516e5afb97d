import { ownTurn } from "@/lib/server/own-turn";
import { isJsonObject } from "@/lib/shared/json";
import type { Frame } from "@/lib/shared/prometheus/frame";
import { type RangeGrid, toInstantFrame, toRangeFrame } from "@/lib/shared/prometheus/to-frame";

const samplesAPiece = 50_000;

/** The frame of an answer; one with many samples is made some series at a time, letting others go on in between. */
export async function frameInPieces(
  data: unknown,
  kind: "range" | "instant",
  grid: RangeGrid,
): Promise<Frame> {
  const frames: Frame[] = [];
  for (const piece of piecesOf(data, kind === "instant" ? 1 : pointsOf(grid))) {
    if (frames.length > 0) await ownTurn();
    frames.push(kind === "instant" ? toInstantFrame(piece, grid.endSeconds) : toRangeFrame(piece, grid));
  }
  const [first] = frames;
  if (!first || frames.length === 1) return first ?? toInstantFrame(data, grid.endSeconds);
  return { ...first, series: frames.flatMap<unknown>(({ series }) => series) } as Frame;
}

function pointsOf({ startSeconds, endSeconds, stepSeconds }: RangeGrid): number {
  return Math.max(1, (endSeconds - startSeconds) / stepSeconds);
}

function piecesOf(data: unknown, points: number): unknown[] {
  if (!isJsonObject(data) || !Array.isArray(data.result)) return [data];
  const { result } = data;
  const size = Math.max(1, Math.floor(samplesAPiece / points));
  if (result.length <= size || data.resultType === "scalar" || data.resultType === "string") return [data];
  const count = Math.ceil(result.length / size);
  return Array.from({ length: count }, (_, index) => ({
    ...data,
    result: result.slice(index * size, (index + 1) * size),
  }));
}
