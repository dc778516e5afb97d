import { AppError, type ErrorCode, errorCodes } from "@/lib/shared/errors";

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

interface ApiCall {
  method?: Method;
  body?: unknown;
  /** A body that is JSON already, where writing it anew would lose digits. */
  bodyText?: string;
  signal?: AbortSignal;
}

/** Calls our own HTTP interface and throws its error as AppError; an answer without a body is `undefined`. */
export async function callApi<T>(path: string, call: ApiCall = {}): Promise<T> {
  const text = await callApiText(path, call);
  return (text === "" ? undefined : parseJson(text)) as T;
}

/** The same, with the answer as it was written. */
export async function callApiText(
  path: string,
  { method = "GET", body, bodyText, signal }: ApiCall = {},
): Promise<string> {
  const json = bodyText ?? (body === undefined ? undefined : JSON.stringify(body));
  const response = await send(path, {
    method,
    signal,
    // A deletion that is sent while the page goes away must still arrive.
    keepalive: method === "DELETE",
    headers: json === undefined ? {} : { "content-type": "application/json" },
    body: json,
  });
  const text = await response.text();
  if (!response.ok) throw toAppError(response.status, parseJson(text));
  return text;
}

/** A file, with the name that the console gives it. */
export async function callApiBlob(path: string): Promise<{ blob: Blob; fileName: string }> {
  const response = await send(path, {});
  if (!response.ok) throw toAppError(response.status, parseJson(await response.text()));
  return { blob: await response.blob(), fileName: fileNameOf(response) };
}

/** An answer that is read while it comes. */
export async function callApiStream(
  path: string,
  { body, signal }: { body: unknown; signal: AbortSignal },
): Promise<{ response: Response; fileName: string }> {
  const headers = { "content-type": "application/json" };
  const response = await send(path, { method: "POST", headers, body: JSON.stringify(body), signal });
  if (!response.ok) throw toAppError(response.status, parseJson(await response.text()));
  return { response, fileName: fileNameOf(response) };
}

function fileNameOf({ headers }: Response): string {
  return /filename="([^"]+)"/.exec(headers.get("content-disposition") ?? "")?.[1] ?? "download";
}

export function tenantApi(tenant: string, path: string): string {
  return `/api/v1/tenants/${encodeURIComponent(tenant)}/${path}`;
}

async function send(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, init);
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new AppError(
      "UPSTREAM_FAILED",
      "The console does not answer. Check your connection and try again.",
    );
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function toAppError(status: number, answer: unknown): AppError {
  const error = (answer as { error?: { code?: unknown; message?: unknown; details?: unknown } } | undefined)
    ?.error;
  const code = errorCodes.find((known) => known === error?.code) ?? codeOfStatus(status);
  if (status === 401)
    return new AppError(
      "UNAUTHENTICATED",
      "You are signed out. Sign in again in another tab, then repeat this.",
    );
  const message =
    typeof error?.message === "string" ? error.message : `The console answered with status ${status}.`;
  return new AppError(code, message, error?.details);
}

function codeOfStatus(status: number): ErrorCode {
  if (status === 401) return "UNAUTHENTICATED";
  if (status === 403) return "FORBIDDEN";
  if (status === 404) return "NOT_FOUND";
  if (status === 409) return "CONFLICT";
  if (status === 429) return "QUOTA_EXCEEDED";
  return status < 500 ? "INVALID_INPUT" : "INTERNAL";
}
