import { LargeObject } from "@/lib/server/large-object";
import { ownTurn } from "@/lib/server/own-turn";
import { isJsonObject } from "@/lib/shared/json";
import { carrierOf, type EnforcedMatchers } from "@/lib/shared/promql/enforced-matchers";
import { cleanText } from "./clean-text";
import type { PrometheusDatasource } from "./datasource";

/** About 5 ms of work. */
const namesATurn = 10_000;
const rulesATurn = 2_000;

/** Metadata carries no labels: it is cut to the metrics of which the tenant has series. */
export async function ownMetadata(data: unknown, ownNames: readonly unknown[]): Promise<unknown> {
  const own = new LargeObject();
  if (!isJsonObject(data)) return own.object;
  for (const [index, name] of ownNames.entries()) {
    if (index % namesATurn === namesATurn - 1) await ownTurn();
    if (typeof name !== "string") continue;
    for (const one of [name, familyOf(name)]) if (Object.hasOwn(data, one)) own.set(one, data[one]);
  }
  return own.object;
}

const suffixes = new Set(["bucket", "count", "sum", "total", "created", "info"]);

function familyOf(name: string): string {
  const at = name.lastIndexOf("_");
  return suffixes.has(name.slice(at + 1)) ? name.slice(0, at) : name;
}

/** Alerts whose labels carry every matcher. */
export function ownAlerts(data: unknown, matchers: EnforcedMatchers): unknown {
  return { alerts: listIn(data, "alerts").filter(isOwnBy(matchers)) };
}

/**
 * Rules whose own labels carry every matcher, with their own alerts. A rule that stands for many tenants is left
 * out: its query may name others.
 */
export async function ownRules(
  data: unknown,
  datasource: Pick<PrometheusDatasource, "url" | "headers" | "matchers">,
): Promise<unknown> {
  const isOwn = isOwnBy(datasource.matchers);
  const ownRule = (rule: { [key: string]: unknown }) => ({
    ...rule,
    ...(hasAlerts(rule) ? { alerts: listIn(rule, "alerts").filter(isOwn) } : {}),
    ...(typeof rule.lastError === "string" ? { lastError: cleanText(rule.lastError, datasource) } : {}),
  });
  const groups: unknown[] = [];
  let done = 0;
  for (const group of listIn(data, "groups")) {
    const rules = listIn(group, "rules").filter(isOwn).map(ownRule);
    // Where the file lies is the upstream's own business.
    if (rules.length > 0) groups.push({ ...group, file: "", rules });
    done += 1 + rules.length;
    if (done < rulesATurn) continue;
    done = 0;
    await ownTurn();
  }
  return { groups };
}

function hasAlerts(rule: { alerts?: unknown }): boolean {
  return rule.alerts !== undefined && !(Array.isArray(rule.alerts) && rule.alerts.length === 0);
}

function isOwnBy(matchers: EnforcedMatchers): (item: { labels?: unknown }) => boolean {
  const carries = carrierOf(matchers);
  return ({ labels }) => carries(isJsonObject(labels) ? labels : {});
}

function listIn(data: unknown, key: string): { [key: string]: unknown }[] {
  if (!isJsonObject(data)) return [];
  const list: unknown = data[key];
  return Array.isArray(list) ? list.filter(isJsonObject) : [];
}
