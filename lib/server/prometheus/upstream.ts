import { checkUpstreamUrl } from "@/lib/server/http/assert-upstream-url";
import { AppError } from "@/lib/shared/errors";
import type { PrometheusDatasource } from "./datasource";
import { firstSeries } from "./first-series";
import { GatewayError } from "./gateway-error";
import { wasLostOnTheWay } from "./lost-connections";
import { noteUpstreamTime } from "./upstream-clock";
import { type BodyCollector, type Exchanged, OutOfTime, upstreamExchange } from "./upstream-exchange";
import { upstreamAllowlist } from "./upstream-policy";

export interface UpstreamCall {
  datasource: Pick<PrometheusDatasource, "url" | "headers">;
  /** Below the datasource's URL, with a leading slash. */
  path: string;
  method: "GET" | "POST";
  form: [string, string][];
  timeoutMs: number;
  signal?: AbortSignal;
  maxBytes?: number;
  /** Of an answer that is too large, its first series are enough. */
  firstSeries?: boolean;
  /** Takes the body of a successful answer as it comes in. */
  collector?: BodyCollector;
}

export interface UpstreamAnswer {
  status: number;
  bytes: Buffer<ArrayBuffer>;
  /** The bytes as UTF-8, decoded when asked for. */
  readonly text: string;
  contentType: string;
  retryAfter: string | null;
}

export const maxAnswerBytes = 20_000_000;
const ownHeaders =
  /^(host|connection|content-length|content-type|transfer-encoding|upgrade|accept|te|trailer|expect)$/i;

/**
 * Asks the upstream once, and again where a connection was closed under the question: all that is asked only reads.
 * Redirects are not followed, the answer is limited in time and size.
 */
export async function askUpstream(call: UpstreamCall): Promise<UpstreamAnswer> {
  const { datasource, path, method, form, timeoutMs, signal } = call;
  const url = joinPath(checkUpstreamUrl(datasource.url, upstreamAllowlist()), path);
  const text = new URLSearchParams(form).toString();
  if (method === "GET") url.search = text;
  const endMs = performance.now() + timeoutMs;
  const ask = () =>
    upstreamExchange({
      url,
      method,
      headers: headersFor(method, datasource.headers),
      body: method === "POST" ? text : undefined,
      timeoutMs: Math.max(1, endMs - performance.now()),
      signal,
      maxBytes: call.maxBytes ?? maxAnswerBytes,
      collectorFor: (status) => (status === 200 && call.collector) || new Chunks(),
    });
  try {
    const answer = await ask().catch((error) => {
      if (wasLostOnTheWay(error)) return ask();
      throw error;
    });
    const { status, headers, beganAtMs } = answer;
    noteUpstreamTime(url, headers.date, beganAtMs);
    const bytes = bytesOf(answer, call);
    return {
      status,
      contentType: String(headers["content-type"] ?? ""),
      retryAfter: /^\d{1,5}$/.exec(String(headers["retry-after"] ?? ""))?.[0] ?? null,
      bytes,
      get text() {
        return bytes.toString("utf8");
      },
    };
  } catch (error) {
    throw toGatewayError(error, { left: signal?.aborted ?? false, timeoutMs });
  }
}

function bytesOf(
  { collected, isCut }: Exchanged,
  { maxBytes = maxAnswerBytes, firstSeries: firstAreEnough = false }: UpstreamCall,
): Buffer<ArrayBuffer> {
  if (!isCut) return collected.bytes;
  const first = firstAreEnough ? firstSeries(collected.bytes) : null;
  if (first) return first;
  throw new GatewayError(
    "unavailable",
    `The answer is larger than ${Math.floor(maxBytes / 1e6)} MB. Narrow the query.`,
    { details: { reason: "too_large" } },
  );
}

function joinPath(base: URL, path: string): URL {
  const url = new URL(base);
  url.pathname = url.pathname.replace(/\/+$/, "") + path;
  url.search = "";
  url.hash = "";
  return url;
}

function headersFor(method: string, own: Readonly<Record<string, string>>): Record<string, string> {
  const headers: Record<string, string> = { accept: "application/json", "user-agent": "panelsmith" };
  for (const [name, value] of Object.entries(own))
    if (!ownHeaders.test(name)) headers[name.toLowerCase()] = value;
  if (method === "POST") headers["content-type"] = "application/x-www-form-urlencoded";
  return headers;
}

class Chunks implements BodyCollector {
  readonly #chunks: Uint8Array[] = [];

  add(chunk: Uint8Array): void {
    this.#chunks.push(chunk);
  }

  get bytes(): Buffer<ArrayBuffer> {
    return Buffer.concat(this.#chunks);
  }
}

function toGatewayError(error: unknown, state: { left: boolean; timeoutMs: number }): AppError {
  if (error instanceof GatewayError) return error;
  if (state.left) return new GatewayError("canceled", "The query was cancelled.");
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (error instanceof OutOfTime) {
    return new GatewayError(
      "timeout",
      `The datasource did not answer within ${Math.ceil(state.timeoutMs / 1_000)} s.`,
    );
  }
  const refused = error instanceof AppError ? error : error instanceof Error ? error.cause : null;
  if (refused instanceof AppError)
    return new GatewayError("unreachable", refused.message, { details: refused.details });
  return new GatewayError(
    "unreachable",
    reasons[code] ?? "The datasource cannot be reached, or broke off its answer.",
  );
}

const reasons: Record<string, string> = {
  ECONNREFUSED: "The datasource cannot be reached: nothing listens at its address.",
  ENOTFOUND: "The datasource cannot be reached: its host name is unknown.",
  EAI_AGAIN: "The datasource cannot be reached: its host name cannot be looked up now.",
  ECONNRESET: "The datasource broke off the connection.",
  UND_ERR_SOCKET: "The datasource broke off its answer.",
  UND_ERR_CONNECT_TIMEOUT: "The datasource cannot be reached: connecting took too long.",
};
