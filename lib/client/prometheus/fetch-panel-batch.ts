import { tenantApi } from "@/lib/client/api-client";
import type { PanelBatchLine, PanelBatchRequest } from "@/lib/shared/prometheus/panel-batch";
import { takeEarlyBatch } from "./early-batch";
import { readNdjson } from "./read-ndjson";

export type FetchPanelBatch = (
  tenant: string,
  request: PanelBatchRequest,
  onLine: (line: PanelBatchLine) => void,
  signal: AbortSignal,
) => Promise<void>;

/** Posts one batch; throws an Error with a sentence for people when it fails as a whole or breaks off. */
export const fetchPanelBatch: FetchPanelBatch = async (tenant, request, onLine, signal) => {
  const early = takeEarlyBatch(tenant, request);
  if (!early) return readAnswer(post(tenant, request, signal), onLine, signal);
  signal.addEventListener("abort", early.leave);
  const { rest } = early;
  await Promise.all([
    readAnswer(early.answer, onLine, signal),
    rest.length > 0 ? readAnswer(post(tenant, { ...request, panels: rest }, signal), onLine, signal) : null,
  ]);
};

function post(tenant: string, request: PanelBatchRequest, signal: AbortSignal): Promise<Response> {
  return fetch(tenantApi(tenant, "panels/query"), {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(request),
    signal,
  });
}

async function readAnswer(
  answer: Promise<Response>,
  onLine: (line: PanelBatchLine) => void,
  signal: AbortSignal,
): Promise<void> {
  const response = await answer.catch((error: unknown) => {
    throw signal.aborted ? error : new Error("The console does not answer. Check your connection.");
  });
  if (!response.ok || !response.body) throw new Error(await failureText(response));
  let complete = false;
  await readNdjson(response.body, (line) => {
    const known = toLine(line);
    complete ||= known.type === "done";
    onLine(known);
  });
  if (!complete) throw new Error("The answer of the console broke off.");
}

/** The lines are written by this console's own server, from the same type. */
function toLine(line: unknown): PanelBatchLine {
  return line as PanelBatchLine;
}

async function failureText(response: Response): Promise<string> {
  if (response.status === 401) return "You are signed out. Reload the page to sign in again.";
  const body: unknown = await response.json().catch(() => null);
  const message = (body as { error?: { message?: unknown } } | null)?.error?.message;
  return typeof message === "string" ? message : `The console answered with status ${response.status}.`;
}
