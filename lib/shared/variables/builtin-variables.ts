import type { Step } from "@/lib/shared/prometheus/step";
import { formatInterval } from "@/lib/shared/time/duration";
import type { RawTimeRange } from "@/lib/shared/time/time-range";
import type { ScopeEntry } from "./variable-scope";

export interface BuiltinInput {
  fromMs: number;
  toMs: number;
  /** As the address says it, so that links to "the last hour" stay that. */
  rawRange?: RawTimeRange;
  /** Absent where there is no query, in titles and links. */
  step?: Step;
  dashboard?: { uid: string | null; title: string };
  tenant?: { slug: string; name: string };
  /** Who looks. Not known to texts in the browser: whatever host their pictures come from would be told. */
  viewer?: { id: string; name: string };
  timeZone?: string;
}

/** `$__interval`, `$__rate_interval`, `$__range`, `$__from`, ... as Grafana fills them. */
export function builtinVariables({
  fromMs,
  toMs,
  rawRange = { from: String(fromMs), to: String(toMs) },
  step,
  dashboard,
  tenant,
  viewer,
  timeZone,
}: BuiltinInput): [string, ScopeEntry][] {
  const rangeSeconds = Math.max(1, Math.round((toMs - fromMs) / 1_000));
  const values: Record<string, string> = {
    __from: String(fromMs),
    __to: String(toMs),
    __range: `${rangeSeconds}s`,
    __range_s: String(rangeSeconds),
    __range_ms: String(rangeSeconds * 1_000),
    __url_time_range: new URLSearchParams({ from: rawRange.from, to: rawRange.to }).toString(),
  };
  if (step) {
    values.__interval = formatInterval(step.intervalMs);
    values.__interval_ms = String(step.intervalMs);
    values.__rate_interval = formatInterval(step.rateIntervalSeconds * 1_000);
    values.__rate_interval_ms = String(step.rateIntervalSeconds * 1_000);
  }
  if (dashboard) {
    values.__dashboard = dashboard.title;
    values["__dashboard.uid"] = dashboard.uid ?? "";
    values["__dashboard.name"] = dashboard.title;
  }
  if (viewer) {
    values.__user = viewer.name;
    values["__user.id"] = viewer.id;
    values["__user.login"] = viewer.name;
  }
  if (tenant) {
    values.__org = tenant.name;
    values["__org.name"] = tenant.name;
    values["__org.id"] = tenant.slug;
  }
  if (timeZone) values.__timezone = timeZone;
  // People choose their own names.
  return Object.entries(values).map(([name, value]) => [
    name,
    { value, confined: name.startsWith("__user") },
  ]);
}
