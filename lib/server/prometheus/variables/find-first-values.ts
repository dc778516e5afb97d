import type { PrometheusDatasource } from "@/lib/server/prometheus/datasource";
import { findEndpoint } from "@/lib/server/prometheus/endpoints";
import { listDatasourcesWithSecrets } from "@/lib/server/prometheus/find-datasource";
import { getStoredReading } from "@/lib/server/prometheus/find-stored-dashboard";
import { askGateway } from "@/lib/server/prometheus/gateway";
import { toParams } from "@/lib/server/prometheus/read-params";
import { assertCan, mayQueryFreely, type TenantContext } from "@/lib/server/tenants/context";
import type { ReadVariable } from "@/lib/shared/dashboards/reading-model";
import { AppError } from "@/lib/shared/errors";
import { resolveRange } from "@/lib/shared/time/resolve-range";
import type { VariableValues } from "@/lib/shared/variables/build-scope";
import type { EachOf } from "@/lib/shared/variables/each-of";
import { onMinuteGrid } from "@/lib/shared/variables/on-minute-grid";
import {
  type FirstValues,
  type ResolveInput,
  resolveVariables,
  type VariableState,
} from "@/lib/shared/variables/resolve-variables";
import { eachInTurns } from "./each-in-turns";
import { namesOfVariable } from "./names-of-variable";

/** What the address of a dashboard page says. */
export interface FirstQuestion {
  uid: string;
  chosen: VariableValues;
  from: string | null;
  to: string | null;
  timeZone: string | null;
  nowMs: number;
}

/** A page does not wait longer for its variables: what is missing then, it asks for itself. */
const patienceMs = 120;
const shareMs = 15_000;
/** Of so many, none of which waits for another, all would be thought about in one turn. */
const mostVariables = 100;
const nothing: FirstValues = { states: {}, complete: false };

/** The options and values that a dashboard's variables have when its page opens, as far as they are found in time. */
export async function findFirstValues(
  ctx: TenantContext,
  question: FirstQuestion,
  limitMs = patienceMs,
): Promise<FirstValues> {
  assertCan(ctx, "query:run");
  const [dashboard, datasources] = await Promise.all([
    getStoredReading(ctx, question.uid),
    listDatasourcesWithSecrets(ctx),
  ]);
  if (dashboard.variables.length > mostVariables) return nothing;
  const timeZone = question.timeZone ?? (dashboard.timezone || "browser");
  const raw = { from: question.from ?? dashboard.time.from, to: question.to ?? dashboard.time.to };
  // Where a day begins, only the browser knows.
  if (timeZone === "browser" && `${raw.from}${raw.to}`.includes("/")) return nothing;
  const { weekStart, fiscalStart } = dashboard;
  const { range } = resolveRange(raw, { nowMs: question.nowMs, timeZone, weekStart, fiscalStart });
  const states: Record<string, VariableState> = {};
  const left = new AbortController();
  const found = { variables: dashboard.variables, datasources, signal: left.signal };
  const whole = resolveVariables({
    variables: dashboard.variables,
    chosen: question.chosen,
    range: onMinuteGrid(range),
    datasources: datasources.map(({ uid, name }, index) => ({ uid, name, isDefault: index === 0 })),
    ...askersFor(ctx, found),
    eachOf: eachOfFew,
    onState: (name, state) => {
      if (state.error === null) states[name] = state;
    },
  }).then(() => Object.keys(states).length === dashboard.variables.length);
  const complete = await Promise.race([whole, after(limitMs)]);
  if (!complete) left.abort();
  return { states: { ...states }, complete };
}

/** What has more, the page finds itself: it would only make the page long. */
const mostNames = 5_000;

const eachOfFew: EachOf = (names, work) => {
  if (names.length > mostNames)
    throw new AppError("INVALID_INPUT", "There are too many names for the first page.");
  return eachInTurns(names, work);
};

interface Found {
  variables: readonly ReadVariable[];
  datasources: readonly PrometheusDatasource[];
  signal: AbortSignal;
}

/** As the page itself would ask, for who may query freely and for who may run only what is stored. */
function askersFor(ctx: TenantContext, found: Found): Pick<ResolveInput, "ask" | "namesOf"> {
  const { datasources, signal } = found;
  const ask: ResolveInput["ask"] = async (uid, path, params) => {
    const datasource = datasources.find((one) => one.uid === uid) ?? datasources[0];
    const endpoint = findEndpoint(path);
    if (!datasource || !endpoint) throw new AppError("NOT_FOUND", "The variable's query cannot be asked.");
    const { name, ...rest } = endpoint;
    const asked = { datasource, endpoint: name, ...rest, params: toParams(params), shareMs, signal };
    return (await askGateway(asked)).data;
  };
  if (mayQueryFreely(ctx)) return { ask };
  return {
    ask,
    namesOf: ({ name }, values, range) => namesOfVariable(ctx, { name, values, range, ...found }),
  };
}

/** False after a while. */
function after(ms: number): Promise<false> {
  return new Promise((done) => setTimeout(() => done(false), ms).unref());
}
