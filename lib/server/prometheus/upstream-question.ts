import type { StoredAnswer } from "./cache/cache-entry";
import type { Matrix } from "./cache/matrix";
import { matrixData } from "./cache/matrix-data";
import type { FreshAnswer } from "./cache/query-cache";
import { isPartial } from "./cache/range-cache";
import type { Stretch } from "./cache/range-gaps";
import { renderMatrix } from "./cache/render-matrix";
import { cutToTenant } from "./cut-to-tenant";
import { endpointOf } from "./endpoints";
import type { GatewayAnswer, GatewayQuestion } from "./gateway";
import { limitAnswer, limitMatrix } from "./limit-answer";
import { assertSeriesWithin } from "./limits/assert-within-limits";
import { enterUpstream } from "./limits/enter-upstream";
import { limitsOf } from "./limits/query-limits";
import type { PreparedRequest } from "./prepare-request";
import { printInPieces } from "./print-in-pieces";
import { RangeReader } from "./range-reader";
import { readAnswer } from "./read-answer";
import { standInAnswer } from "./stand-in-answer";
import { askUpstream, maxAnswerBytes, type UpstreamAnswer } from "./upstream";
import type { BodyCollector } from "./upstream-exchange";

export interface Asked {
  question: GatewayQuestion;
  prepared: PreparedRequest;
}

const plainRange = new Set(["query", "start", "end", "step"]);

/** The question as it is, asked upstream, checked and cut to the tenant. */
export async function askWhole(
  asked: Asked,
  signal: AbortSignal,
  ask: (question: GatewayQuestion) => Promise<GatewayAnswer>,
): Promise<FreshAnswer> {
  const { question, prepared } = asked;
  const { datasource, endpoint, params } = question;
  const { form } = prepared;
  if (endpoint === "query_range" && form.every(([name]) => plainRange.has(name))) {
    return renderRange(asked, await askRange(asked, form, signal));
  }
  const upstream = await askInPlace(asked, form, signal);
  const read = standInAnswer(endpoint, upstream, form) ?? (await readAnswer(endpoint, upstream, datasource));
  const own = await cutToTenant({ ...question, signal }, read.data, ask);
  const limited = await limitAnswer(endpoint, params, own ? { ...read, ...own, bytes: null } : read);
  assertSeriesWithin(limited.data, limitsOf(datasource));
  const { data, infos } = limited;
  const warnings = [...prepared.warnings, ...limited.warnings];
  const asItCame = prepared.warnings.length === 0 ? limited.bytes : null;
  const body = asItCame ?? Buffer.concat(await printInPieces(envelopeOf({ data, warnings, infos })));
  return {
    answer: { kind: "answer", body: bufferOf(body), warnings, infos, ...isPartial(read) },
    data: () => data,
  };
}

/** A stretch of the question's range. */
export async function askPart(asked: Asked, { fromMs, toMs }: Stretch, signal: AbortSignal): Promise<Matrix> {
  const bounds: Record<string, string> = { start: String(fromMs / 1_000), end: String(toMs / 1_000) };
  // The limit is for the whole: which series are the first, only all parts together tell.
  const form = asked.prepared.form
    .filter(([name]) => name !== "limit")
    .map(([name, value]): [string, string] => [name, bounds[name] ?? value]);
  return askRange(asked, form, signal);
}

async function askRange(asked: Asked, form: [string, string][], signal: AbortSignal): Promise<Matrix> {
  const reader = new RangeReader(asked.question.datasource, form);
  return reader.read(await askInPlace(asked, form, signal, reader));
}

export function renderRange({ prepared, question }: Asked, whole: Matrix): FreshAnswer {
  const matrix = limitMatrix(whole, Number(question.params.get("limit")?.[0] ?? 0));
  assertSeriesWithin(matrix, limitsOf(question.datasource));
  const warnings = [...prepared.warnings, ...matrix.warnings];
  const body = renderMatrix(matrix, prepared.warnings);
  const answer: StoredAnswer = { kind: "answer", body, warnings, infos: matrix.infos, ...isPartial(whole) };
  return { answer, data: () => matrixData(matrix) };
}

async function askInPlace(
  { question, prepared }: Asked,
  form: [string, string][],
  signal: AbortSignal,
  collector?: BodyCollector,
): Promise<UpstreamAnswer> {
  const { datasource, endpoint, labelName = "", waitMs = 2_000, maxBytes = maxAnswerBytes } = question;
  const { path, methods } = endpointOf(endpoint);
  const limits = limitsOf(datasource);
  const leave = await enterUpstream(datasource, waitMs, signal);
  try {
    return await askUpstream({
      datasource,
      path: `/api/v1/${path.replace("{name}", labelName)}`,
      method: methods.some((one) => one === "POST") ? "POST" : "GET",
      form,
      timeoutMs: Math.min(prepared.timeoutMs, limits.timeoutMs),
      maxBytes: Math.min(maxBytes, limits.bytes),
      firstSeries: form.some(([name]) => name === "limit") && endpoint.startsWith("query"),
      signal,
      collector,
    });
  } finally {
    leave();
  }
}

function envelopeOf({ data, warnings, infos }: { data: unknown; warnings: string[]; infos: string[] }) {
  return {
    status: "success",
    data,
    ...(warnings.length > 0 ? { warnings } : {}),
    ...(infos.length > 0 ? { infos } : {}),
  };
}

function bufferOf({ buffer, byteOffset, byteLength }: Uint8Array<ArrayBuffer>): Buffer<ArrayBuffer> {
  return Buffer.from(buffer, byteOffset, byteLength);
}
