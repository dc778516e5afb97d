import { isJsonObject } from "@/lib/shared/json";
import { carriesMatchers, type EnforcedMatchers } from "@/lib/shared/promql/enforced-matchers";

/** Metadata carries no labels: it is cut to the metrics of which the tenant has series. */
export function ownMetadata(data: unknown, ownNames: readonly unknown[]): unknown {
  const own = new Set(ownNames);
  const isOwn = (name: string) => own.has(name) || suffixes.some((suffix) => own.has(name + suffix));
  return isJsonObject(data) ? Object.fromEntries(Object.entries(data).filter(([name]) => isOwn(name))) : {};
}

const suffixes = ["_bucket", "_count", "_sum", "_total", "_created", "_info"];

/** Alerts whose labels carry every matcher. */
export function ownAlerts(data: unknown, matchers: EnforcedMatchers): unknown {
  return { alerts: listIn(data, "alerts").filter((alert) => carries(alert, matchers)) };
}

/**
 * Rules whose own labels carry every matcher, with their own alerts. A rule that stands for many tenants is left
 * out: its query may name others.
 */
export function ownRules(data: unknown, matchers: EnforcedMatchers): unknown {
  const groups = listIn(data, "groups").map((group) => ({
    ...group,
    // Where the file lies is the upstream's own business.
    file: "",
    rules: listIn(group, "rules")
      .filter((rule) => carries(rule, matchers))
      .map((rule) => ("alerts" in rule ? { ...rule, ...withAlerts(rule, matchers) } : rule)),
  }));
  return { groups: groups.filter((group) => group.rules.length > 0) };
}

function withAlerts(rule: object, matchers: EnforcedMatchers): { alerts: object[] } {
  return { alerts: listIn(rule, "alerts").filter((alert) => carries(alert, matchers)) };
}

function carries(item: object, matchers: EnforcedMatchers): boolean {
  return carriesMatchers("labels" in item && isJsonObject(item.labels) ? item.labels : {}, matchers);
}

function listIn(data: unknown, key: string): { [key: string]: unknown }[] {
  if (!isJsonObject(data)) return [];
  const list: unknown = data[key];
  return Array.isArray(list) ? list.filter(isJsonObject) : [];
}
