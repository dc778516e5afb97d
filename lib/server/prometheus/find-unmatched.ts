import { tenantSelector } from "@/lib/shared/promql/enforce";
import type { EnforcedMatchers } from "@/lib/shared/promql/enforced-matchers";
import { checkAnswer } from "./check-answer";
import { parseLoosely } from "./parse-loosely";
import { askUpstream } from "./upstream";

export interface UnmatchedInput {
  url: string;
  headers?: Readonly<Record<string, string>>;
  matchers: EnforcedMatchers;
}

const hourSeconds = 3_600;

/**
 * The selector of the tenant when no series of the last hour fits it: most often a label or a value that is mistyped.
 * Null when there are some, when nothing is enforced, and when the server does not say.
 */
export async function findUnmatched({ url, headers = {}, matchers }: UnmatchedInput): Promise<string | null> {
  const selector = tenantSelector(matchers);
  const [label] = Object.keys(matchers);
  if (selector === null || label === undefined) return null;
  const nowSeconds = Math.floor(Date.now() / 1_000);
  const answer = await askUpstream({
    datasource: { url, headers },
    path: `/api/v1/label/${label}/values`,
    method: "GET",
    form: [
      ["match[]", selector],
      ["start", String(nowSeconds - hourSeconds)],
      ["end", String(nowSeconds)],
      ["limit", "1"],
    ],
    timeoutMs: 5_000,
    maxBytes: 2_000_000,
  }).catch(() => null);
  const values = answer?.status === 200 ? checkAnswer("label_values", parseLoosely(answer.text))?.data : null;
  return Array.isArray(values) && values.length === 0 ? selector : null;
}
