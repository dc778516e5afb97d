import { maxPointsPerSeries } from "@/lib/shared/prometheus/step";
import { type Enforced, enforceMatchers, enforceSelector, tenantSelector } from "@/lib/shared/promql/enforce";
import { maxExpressionBytes } from "@/lib/shared/promql/limits";
import { parseDurationMs } from "@/lib/shared/time/duration";
import type { PrometheusDatasource } from "./datasource";
import type { Endpoint, ParamKind } from "./endpoints";
import { GatewayError } from "./gateway-error";
import type { Params } from "./read-params";
import { TenantMemo } from "./tenant-memo";

export interface PreparedRequest {
  /** What goes upstream, in the table's order, so that equal questions are equal texts. */
  form: [string, string][];
  warnings: string[];
  notes: string[];
  timeoutMs: number;
}

const maxLookbackSeconds = 86_400;
const maxSelectors = 64;
const memo = new TenantMemo<Enforced>(8_000_000);

/** Reads every listed parameter, puts the tenant's matchers in, and holds the limits on time. */
export function prepareRequest(
  endpoint: Endpoint,
  params: Params,
  datasource: PrometheusDatasource,
): PreparedRequest {
  const form: [string, string][] = [];
  const warnings: string[] = [];
  const notes: string[] = [];
  const take = (name: string, { expr, conflicts, ...said }: Enforced) => {
    if (conflicts.length > 0 && datasource.enforceConflict === "error") {
      throw bad(`The datasource sets the label "${conflicts[0]}"; another value of it cannot be asked for.`);
    }
    form.push([name, expr]);
    warnings.push(...said.warnings);
    notes.push(...said.notes);
  };
  for (const [name, { kind }] of Object.entries(endpoint.params)) {
    const values = params.get(name) ?? [];
    if (values.length > maxSelectors)
      throw bad(`At most ${maxSelectors} "${name}" are taken in one request.`);
    if (kind === "expr") take(name, enforced(values[0] ?? "", datasource));
    else if (kind === "matchers") for (const one of selectorsFor(values, datasource)) take(name, one);
    else if (kind === "names") for (const one of values) form.push([name, readName(name, one)]);
    else if (values[0] !== undefined && values[0] !== "") {
      const value = readValue(kind, name, values[0]);
      if (isSentOn(endpoint, name)) form.push([name, value]);
    }
  }
  assertRange(form);
  return { form, warnings: [...new Set(warnings)], notes, timeoutMs: timeoutOf(endpoint, params) };
}

function enforced(expr: string, { tenantId, matchers }: PrometheusDatasource): Readonly<Enforced> {
  return memo.ask(tenantId, [expr, matchers], () => enforceMatchers(expr, matchers));
}

/** The time-out is held here; the limits of metadata count what is left after it was cut to the tenant's own. */
function isSentOn({ scope }: Endpoint, name: string): boolean {
  return name !== "timeout" && !(scope === "own_metrics" && name.startsWith("limit"));
}

function readName(name: string, text: string): string {
  if (text.length <= 500 && text.isWellFormed()) return text;
  throw bad(`The parameter "${name}" cannot be read.`);
}

function selectorsFor(values: readonly string[], { matchers }: PrometheusDatasource): Enforced[] {
  if (values.reduce((length, text) => length + text.length, 0) > maxExpressionBytes) {
    throw bad('All "match[]" together are longer than 16 kB. Ask for fewer at a time.');
  }
  if (values.length > 0) return values.map((text) => enforceSelector(text, matchers));
  const own = tenantSelector(matchers);
  return own === null ? [] : [{ expr: own, warnings: [], notes: [], conflicts: [] }];
}

function readValue(kind: ParamKind, name: string, text: string): string {
  if (kind === "time") return String(readTimeSeconds(name, text));
  if (kind === "duration") return String(readSeconds(name, text));
  if (kind === "lookback") return readLookback(name, text);
  if (kind === "stats" && /^\w{1,20}$/.test(text)) return text;
  if (kind === "flag" && /^(true|false|t|f|0|1)$/i.test(text)) return text.toLowerCase();
  if (kind === "limit" && /^\d{1,9}$/.test(text)) return text;
  if (kind === "metric" && /^[a-zA-Z_:][a-zA-Z0-9_:]*$/.test(text)) return text;
  if (kind === "ruleType" && (text === "alert" || text === "record")) return text;
  throw bad(`The parameter "${name}" cannot be read.`);
}

function readTimeSeconds(name: string, text: string): number {
  if (/^-?\d{1,16}(\.\d{1,9})?(e[+]?\d{1,2})?$/i.test(text)) return Number(text);
  const ms = /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})$/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(ms)) throw bad(`The parameter "${name}" is no time: give seconds since 1970 or RFC 3339.`);
  return ms / 1_000;
}

function readSeconds(name: string, text: string): number {
  const ms = parseDurationMs(text);
  if (ms === null || ms <= 0) throw bad(`The parameter "${name}" is no duration above zero, like 15 or 15s.`);
  return ms / 1_000;
}

function readLookback(name: string, text: string): string {
  const seconds = readSeconds(name, text);
  if (seconds <= maxLookbackSeconds) return String(seconds);
  throw bad(`The parameter "${name}" looks back ${maxLookbackSeconds / 3_600} hours at most.`);
}

function assertRange(form: [string, string][]): void {
  const values = new Map(form);
  const start = Number(values.get("start"));
  const end = Number(values.get("end"));
  if (!values.has("start") || !values.has("end")) return;
  if (end < start) throw bad('"end" lies before "start".');
  const step = values.get("step");
  if (step === undefined) return;
  if ((end - start) / Number(step) > maxPointsPerSeries) {
    throw bad(
      "The query would give more than 11,000 points per series. Choose a larger step or a shorter range.",
    );
  }
}

function timeoutOf(endpoint: Endpoint, params: Params): number {
  const wished = params.get("timeout")?.[0];
  if (!wished) return endpoint.timeoutMs;
  // Timers take whole milliseconds alone.
  return Math.min(endpoint.timeoutMs, Math.ceil(readSeconds("timeout", wished) * 1_000));
}

function bad(message: string): GatewayError {
  return new GatewayError("bad_data", message);
}
