import { isJsonObject } from "@/lib/shared/json";
import { carriesMatchers, type EnforcedMatchers } from "@/lib/shared/promql/enforced-matchers";

/** Metadata carries no labels: it is cut to the metrics of which the tenant has series. */
export function ownMetadata(data: unknown, ownNames: readonly unknown[]): unknown {
  const own = new Set<unknown>();
  for (const name of ownNames) {
    own.add(name);
    if (typeof name === "string") own.add(familyOf(name));
  }
  return isJsonObject(data) ? Object.fromEntries(Object.entries(data).filter(([name]) => own.has(name))) : {};
}

const suffixes = new Set(["bucket", "count", "sum", "total", "created", "info"]);

function familyOf(name: string): string {
  const at = name.lastIndexOf("_");
  return suffixes.has(name.slice(at + 1)) ? name.slice(0, at) : name;
}

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
      .map((rule) => (hasAlerts(rule) ? { ...rule, ...withAlerts(rule, matchers) } : rule)),
  }));
  return { groups: groups.filter((group) => group.rules.length > 0) };
}

function hasAlerts(rule: { alerts?: unknown }): boolean {
  return rule.alerts !== undefined && !(Array.isArray(rule.alerts) && rule.alerts.length === 0);
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
