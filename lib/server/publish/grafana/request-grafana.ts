import { setTimeout as pause } from "node:timers/promises";
import { request } from "undici";
import { checkUpstreamUrl } from "@/lib/server/http/assert-upstream-url";
import { AppError } from "@/lib/shared/errors";
import { apiUrl, authorizationOf, type GrafanaConnection } from "./connection";
import { describeOtherAnswer } from "./describe-other-answer";
import { GrafanaFailure } from "./grafana-failure";
import { readFailure } from "./read-failure";
import { upstreamDispatcher } from "./upstream-dispatcher";

export interface GrafanaCall {
  method?: "GET" | "POST";
  path: string;
  query?: Record<string, string | number>;
  body?: unknown;
  /** Without credentials, for the health page. */
  anonymous?: boolean;
  /** Statuses to hand back instead of throwing. */
  accept?: number[];
}

export interface GrafanaAnswer {
  status: number;
  body: unknown;
  /** As it was sent: parsing loses digits of long numbers. */
  text: string;
}

const attempts = 4;

/**
 * One call of Grafana's API. Reads are tried again on 429, 5xx and broken connections; writes only where the
 * answer says that nothing was done (429) or nothing arrived (502, 503, 504, refused connection).
 * @throws GrafanaFailure
 */
export async function requestGrafana(
  connection: GrafanaConnection,
  call: GrafanaCall,
): Promise<GrafanaAnswer> {
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await tryOnce(connection, call);
    if (!(outcome instanceof Failed)) return outcome;
    if (attempt === attempts || !outcome.mayRepeat) throw outcome.failure;
    const delay = (connection.retryDelayMs ?? 250) * 2 ** (attempt - 1);
    await pause(Math.max(delay * (0.5 + Math.random()), Math.min(outcome.retryAfterMs, 10_000)));
  }
}

class Failed {
  readonly failure: AppError;
  readonly mayRepeat: boolean;
  readonly retryAfterMs: number;

  constructor(failure: AppError, mayRepeat: boolean, retryAfterMs = 0) {
    this.failure = failure;
    this.mayRepeat = mayRepeat;
    this.retryAfterMs = retryAfterMs;
  }
}

async function tryOnce(connection: GrafanaConnection, call: GrafanaCall): Promise<GrafanaAnswer | Failed> {
  const isRead = (call.method ?? "GET") === "GET";
  try {
    const { status, headers, text } = await exchange(connection, call);
    const contentType = String(headers["content-type"] ?? "");
    const body = parseJson(text);
    const isJson = body !== undefined && /json/.test(contentType);
    const retryAfterMs = Number(headers["retry-after"] ?? 0) * 1000 || 0;
    const mayRepeat = status === 429 || (isRead ? status >= 500 : [502, 503, 504].includes(status));
    if (call.accept?.includes(status) && (isJson || text === "")) return { status, body, text };
    if (!isJson && status < 500 && status !== 429 && status !== 401 && status !== 403) {
      const location = headers.location === undefined ? undefined : String(headers.location);
      const what = describeOtherAnswer({ status, contentType, location, text });
      return new Failed(new GrafanaFailure("not-grafana", `This is not a Grafana: ${what}.`, status), false);
    }
    if (status >= 200 && status < 300 && isJson) return { status, body, text };
    return new Failed(readFailure(status, body), mayRepeat, retryAfterMs);
  } catch (error) {
    return networkFailure(error, isRead);
  }
}

interface Exchange {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
}

async function exchange(connection: GrafanaConnection, call: GrafanaCall): Promise<Exchange> {
  const url = apiUrl(connection.url, call.path, call.query);
  checkUpstreamUrl(url.toString(), connection.allowlist);
  const { statusCode, headers, body } = await request(url, {
    method: call.method ?? "GET",
    headers: headersFor(connection, call),
    body: call.body === undefined ? null : JSON.stringify(call.body),
    dispatcher: upstreamDispatcher(connection.allowlist),
    signal: AbortSignal.timeout(connection.timeoutMs ?? 20_000),
  });
  return {
    status: statusCode,
    headers,
    text: await readLimited(body, connection.maxBytes ?? 32 * 1024 * 1024),
  };
}

function headersFor(connection: GrafanaConnection, call: GrafanaCall): Record<string, string> {
  const headers: Record<string, string> = { accept: "application/json", "user-agent": "panelsmith" };
  if (!call.anonymous) headers.authorization = authorizationOf(connection.credentials);
  if (connection.orgId !== undefined) headers["x-grafana-org-id"] = String(connection.orgId);
  if (call.body !== undefined) headers["content-type"] = "application/json";
  return headers;
}

async function readLimited(body: AsyncIterable<Buffer>, maxBytes: number): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > maxBytes) {
      throw new GrafanaFailure(
        "too-large",
        `The answer is larger than ${Math.round(maxBytes / 1048576)} MB.`,
      );
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function networkFailure(error: unknown, isRead: boolean): Failed {
  if (error instanceof AppError) return new Failed(error, false);
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const name = error instanceof Error ? error.name : "";
  if (name === "TimeoutError" || code.includes("TIMEOUT")) {
    return new Failed(new GrafanaFailure("timeout", "Grafana did not answer in time."), isRead);
  }
  const isTls = /CERT|SSL|TLS/.test(code);
  const why = messages[code] ?? (isTls ? "Its certificate is not trusted." : "The connection broke off.");
  const failure = new GrafanaFailure("unreachable", `Grafana cannot be reached. ${why}`);
  // A refused connection has delivered nothing, so even a write may be repeated.
  return new Failed(failure, code === "ECONNREFUSED" || (isRead && code !== "ENOTFOUND" && !isTls));
}

const messages: Record<string, string> = {
  ECONNREFUSED: "Nothing listens at that address and port.",
  ENOTFOUND: "The host name is unknown.",
  EAI_AGAIN: "The host name cannot be resolved now.",
  EHOSTUNREACH: "There is no route to that host.",
  ECONNRESET: "The server closed the connection.",
};
