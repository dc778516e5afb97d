import { endpointOf } from "./endpoints";
import type { GatewayQuestion } from "./gateway";
import { limitsOf } from "./limits/query-limits";
import { ownAlerts, ownMetadata, ownRules } from "./own-part";
import { toParams } from "./read-params";

type Ask = (question: GatewayQuestion) => Promise<{ data: unknown }>;

/** What no matcher can be put into is cut afterwards; null where the answer stays as it came. */
export async function cutToTenant(
  question: GatewayQuestion,
  data: unknown,
  ask: Ask,
): Promise<{ data: unknown } | null> {
  const { matchers } = question.datasource;
  const { scope } = endpointOf(question.endpoint);
  if (Object.keys(matchers).length === 0 || !scope.startsWith("own_")) return null;
  if (scope === "own_alerts") return { data: ownAlerts(data, matchers) };
  if (scope === "own_rules") return { data: await ownRules(data, question.datasource) };
  const names = await ask({
    ...question,
    endpoint: "label_values",
    labelName: "__name__",
    // Of a tenant with more metrics than it may ask for, some lack their metadata.
    params: toParams({ limit: limitsOf(question.datasource).series }),
  });
  return { data: await ownMetadata(data, Array.isArray(names.data) ? names.data : []) };
}
