import type { PrometheusDatasource } from "./datasource";
import { type EndpointName, endpointOf } from "./endpoints";
import { InFlight } from "./in-flight";
import { limitAnswer } from "./limit-answer";
import { ownAlerts, ownMetadata, ownRules } from "./own-part";
import { prepareRequest } from "./prepare-request";
import { MemoryQueryLimiter, type QueryLimiter } from "./query-limiter";
import { type ReadAnswer, readAnswer } from "./read-answer";
import type { Params } from "./read-params";
import { standInAnswer } from "./stand-in-answer";
import { askUpstream } from "./upstream";

export interface GatewayQuestion {
  datasource: PrometheusDatasource;
  endpoint: EndpointName;
  labelName?: string;
  params: Params;
  /** How long to wait for a free place before 429. */
  waitMs?: number;
  signal?: AbortSignal;
}

export interface GatewayAnswer extends ReadAnswer {
  /** Those of the warnings that tell of no difference; a panel need not show them. */
  notes: string[];
}

// Kept outside the module, because a development server loads modules again and again.
const holder: {
  panelsmithGateway?: { limiter: QueryLimiter; inFlight: InFlight<ReadAnswer> };
} & typeof globalThis = globalThis;

function state() {
  holder.panelsmithGateway ??= { limiter: new MemoryQueryLimiter(), inFlight: new InFlight<ReadAnswer>() };
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
        firstSeries: isQuery(endpoint) && params.has("limit"),
      } as const;
      const answer = await askUpstream(call);
      return standInAnswer(endpoint, answer, form) ?? readAnswer(endpoint, answer, datasource);
    });
    const own = await cutToTenant(question, fetched.data);
    const cut = own ? { ...fetched, ...own, bytes: null } : fetched;
    return { ...withWarnings(limitAnswer(endpoint, params, cut), warnings), notes };
  } finally {
    release();
  }
}

function isQuery(endpoint: EndpointName): boolean {
  return endpoint === "query" || endpoint === "query_range";
}

function withWarnings(answer: ReadAnswer, own: string[]): ReadAnswer {
  return own.length === 0 ? answer : { ...answer, warnings: [...own, ...answer.warnings], bytes: null };
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
