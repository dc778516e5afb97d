import { AppError } from "@/lib/shared/errors";
import { isJsonObject } from "@/lib/shared/json";
import { checkAnswer } from "./check-answer";
import { cleanText } from "./clean-text";
import type { PrometheusDatasource } from "./datasource";
import { type EndpointName, endpointOf } from "./endpoints";
import { GatewayError, type GatewayErrorType } from "./gateway-error";
import { InFlight } from "./in-flight";
import { ownAlerts, ownMetadata, ownRules } from "./own-part";
import { prepareRequest } from "./prepare-request";
import { MemoryQueryLimiter, type QueryLimiter } from "./query-limiter";
import type { Params } from "./read-params";
import { askUpstream, type UpstreamAnswer } from "./upstream";

export interface GatewayQuestion {
  datasource: PrometheusDatasource;
  endpoint: EndpointName;
  labelName?: string;
  params: Params;
  /** How long to wait for a free place before 429. */
  waitMs?: number;
  signal?: AbortSignal;
}

export interface GatewayAnswer {
  data: unknown;
  warnings: string[];
  /** Those of the warnings that tell of no difference; a panel need not show them. */
  notes: string[];
  /** The answer in Prometheus' envelope, ready to send. */
  body: string;
}

type Fetched = Omit<GatewayAnswer, "body" | "notes"> & { body: string | null };

// Kept outside the module, because a development server loads modules again and again.
const holder: {
  panelsmithGateway?: { limiter: QueryLimiter; inFlight: InFlight<Fetched> };
} & typeof globalThis = globalThis;

function state() {
  holder.panelsmithGateway ??= { limiter: new MemoryQueryLimiter(), inFlight: new InFlight<Fetched>() };
  return holder.panelsmithGateway;
}

const maxConcurrent = 24;

/** The one way to a datasource: enforced, limited, shared while under way, checked. Throws AppError. */
export async function askGateway(question: GatewayQuestion): Promise<GatewayAnswer> {
  const { datasource, endpoint, labelName, params, signal } = question;
  const { path, methods } = endpointOf(endpoint);
  const { form, warnings, notes, timeoutMs } = prepareRequest(endpointOf(endpoint), params, datasource);
  const limits = { perMinute: datasource.queriesPerMinute, concurrent: maxConcurrent };
  const release = await state().limiter.enter(datasource.tenantId, limits, question.waitMs ?? 2_000, signal);
  try {
    const upstreamPath = `/api/v1/${path.replace("{name}", labelName ?? "")}`;
    const key = JSON.stringify([datasource.id, datasource.revision, upstreamPath, form, datasource.matchers]);
    const method = methods.some((one) => one === "POST") ? "POST" : "GET";
    const fetched = await state().inFlight.ask(key, signal, async (upstreamSignal) => {
      const call = {
        datasource,
        path: upstreamPath,
        method,
        form,
        timeoutMs,
        signal: upstreamSignal,
      } as const;
      return readAnswer(endpoint, await askUpstream(call), datasource);
    });
    const cut = await cutToTenant(question, fetched.data);
    return { ...complete(cut ? { ...fetched, ...cut, body: null } : fetched, warnings), notes };
  } finally {
    release();
  }
}

function complete(fetched: Fetched, ownWarnings: string[]): Omit<GatewayAnswer, "notes"> {
  const warnings = [...ownWarnings, ...fetched.warnings];
  if (fetched.body !== null && ownWarnings.length === 0) return { ...fetched, body: fetched.body };
  const envelope = { status: "success", data: fetched.data, ...(warnings.length > 0 ? { warnings } : {}) };
  return { data: fetched.data, warnings, body: JSON.stringify(envelope) };
}

function readAnswer(
  endpoint: EndpointName,
  answer: UpstreamAnswer,
  datasource: PrometheusDatasource,
): Fetched {
  const parsed = parseJson(answer.text);
  if (answer.status === 200) {
    const checked = checkAnswer(endpoint, parsed);
    if (!checked) throw notPrometheus(answer);
    const warnings = checked.warnings.map((warning) => cleanText(warning, datasource));
    const bare = checked.bare && warnings.length === 0;
    const body = bare
      ? answer.text
      : JSON.stringify({
          status: "success",
          data: checked.data,
          ...(warnings.length > 0 ? { warnings } : {}),
        });
    return { data: checked.data, warnings, body };
  }
  if (answer.status === 401 || answer.status === 403) {
    throw new GatewayError(
      "unavailable",
      "The datasource refuses the console's credentials. An administrator can renew them.",
    );
  }
  if (answer.status === 429) {
    const headers = { "Retry-After": answer.retryAfter ?? "5" };
    throw new GatewayError("too_many_requests", "The datasource takes no more queries at the moment.", {
      headers,
    });
  }
  if (isJsonObject(parsed) && parsed.status === "error" && typeof parsed.error === "string") {
    throw new GatewayError(errorTypeOf(parsed.errorType), cleanText(parsed.error, datasource));
  }
  throw notPrometheus(answer);
}

const passedOn: readonly GatewayErrorType[] = [
  "bad_data",
  "execution",
  "timeout",
  "canceled",
  "unavailable",
  "not_found",
];

function errorTypeOf(type: unknown): GatewayErrorType {
  return passedOn.find((known) => known === type) ?? "unavailable";
}

function notPrometheus({ status }: UpstreamAnswer): GatewayError {
  const what =
    status >= 300 && status < 400
      ? "a redirect"
      : status >= 500
        ? `an error of its own (status ${status})`
        : `something that is no answer of the Prometheus API (status ${status})`;
  return new GatewayError("unavailable", `The datasource answers with ${what}. Check its URL.`, {
    details: { reason: "not_prometheus" },
  });
}

/** What no matcher can be put into is cut afterwards; null where the answer stays as it came. */
async function cutToTenant(question: GatewayQuestion, data: unknown): Promise<{ data: unknown } | null> {
  const { matchers } = question.datasource;
  const { scope } = endpointOf(question.endpoint);
  if (Object.keys(matchers).length === 0 || !scope.startsWith("own_")) return null;
  if (scope === "own_alerts") return { data: ownAlerts(data, matchers) };
  if (scope === "own_rules") return { data: ownRules(data, matchers) };
  const names = await askGateway({
    ...question,
    endpoint: "label_values",
    labelName: "__name__",
    params: new Map(),
  });
  return { data: ownMetadata(data, Array.isArray(names.data) ? names.data : []) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw new AppError("INTERNAL", "The answer cannot be read.");
  }
}
