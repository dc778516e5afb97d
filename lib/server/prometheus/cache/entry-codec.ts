import { z } from "zod";
import type { CacheEntry } from "./cache-entry";

const texts = z.array(z.string());
const Lane = z.tuple([z.string(), z.enum(["values", "histograms"]), z.number(), z.number(), z.number()]);
const Head = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("block"),
    fromMs: z.number(),
    toMs: z.number(),
    bornMs: z.number(),
    points: z.number(),
    lanes: z.array(Lane),
    warnings: texts,
    infos: texts,
  }),
  z.object({ kind: z.literal("answer"), warnings: texts, infos: texts }),
]);

/** Length of the head, the head as JSON, then the columns as they lie in memory. */
export function encodeEntry(entry: CacheEntry): Buffer {
  if (entry.kind === "answer")
    return join({ kind: "answer", warnings: entry.warnings, infos: entry.infos }, [entry.body]);
  const { kind, fromMs, toMs, bornMs, matrix } = entry;
  const { bytes, timesMs, ends, lanes, warnings, infos } = matrix;
  const rows = lanes.map(
    ({ metric, kind, first, end, at }): z.infer<typeof Lane> => [metric, kind, first, end, at],
  );
  const head = { kind, fromMs, toMs, bornMs, points: timesMs.length, lanes: rows, warnings, infos };
  return join(head, [viewOf(timesMs), viewOf(ends), bytes]);
}

/** Undefined for what another version wrote, or nobody. */
export function decodeEntry(stored: Buffer): CacheEntry | undefined {
  const length = stored.length >= 4 ? stored.readUInt32LE(0) : 0;
  const parsed = Head.safeParse(parseJson(stored.toString("utf8", 4, 4 + length)));
  if (!parsed.success) return undefined;
  const head = parsed.data;
  const rest = stored.subarray(4 + length);
  if (head.kind === "answer") return { ...head, body: Buffer.from(rest) };
  const { kind, fromMs, toMs, bornMs, points, lanes, warnings, infos } = head;
  if (rest.length < points * 12) return undefined;
  const timesMs = new Float64Array(points);
  const ends = new Uint32Array(points);
  rest.copy(viewOf(timesMs), 0, 0, points * 8);
  rest.copy(viewOf(ends), 0, points * 8, points * 12);
  const rows = lanes.map(([metric, kind, first, end, at]) => ({ metric, kind, first, end, at }));
  const bytes = Buffer.from(rest.subarray(points * 12));
  return { kind, fromMs, toMs, bornMs, matrix: { bytes, timesMs, ends, lanes: rows, warnings, infos } };
}

function join(head: z.infer<typeof Head>, parts: Buffer[]): Buffer {
  const text = Buffer.from(JSON.stringify(head));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(text.length);
  return Buffer.concat([length, text, ...parts]);
}

function viewOf({ buffer, byteOffset, byteLength }: Float64Array | Uint32Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
