import { withTenant } from "@/lib/server/db";
import { assertUpstreamUrl } from "@/lib/server/http/assert-upstream-url";
import { assertCan, type TenantContext } from "@/lib/server/tenants/context";
import { AppError } from "@/lib/shared/errors";
import {
  type DatasourceTest,
  TestedDatasource,
  TestedNewDatasource,
} from "@/lib/shared/prometheus/datasource";
import { isWithinShare } from "./assert-within-share";
import { getDatasourceWithSecrets } from "./find-datasource";
import { findUnmatched, type UnmatchedInput } from "./find-unmatched";
import { probeDatasource } from "./probe-datasource";
import { upstreamAllowlist } from "./upstream-policy";

/**
 * Looks at what stands behind a URL before it is saved.
 * @throws AppError INVALID_INPUT for a URL that no datasource may have.
 */
export async function testNewDatasource(ctx: TenantContext, input: unknown): Promise<DatasourceTest> {
  assertCan(ctx, "datasource:write");
  const tested = TestedNewDatasource.parse(input);
  await assertUpstreamUrl(tested.url, upstreamAllowlist());
  return probeWithMatchers(ctx, { ...tested, matchers: tested.matchers ?? {} });
}

/**
 * Looks at a saved datasource, or at a changed URL of it.
 * @throws AppError INVALID_INPUT when stored headers would go to a URL that they were not saved with.
 */
export async function testDatasource(
  ctx: TenantContext,
  uid: string,
  input: unknown,
): Promise<DatasourceTest> {
  assertCan(ctx, "datasource:write");
  const { url, headers, matchers } = TestedDatasource.parse(input);
  const saved = await getDatasourceWithSecrets(ctx, uid);
  const moves = url !== undefined && url !== saved.url;
  if (moves && headers === undefined && Object.keys(saved.headers).length > 0) {
    throw new AppError(
      "INVALID_INPUT",
      "The stored headers belong to the saved URL. Enter them again to test another.",
      {
        field: "headers",
      },
    );
  }
  if (moves) await assertUpstreamUrl(url, upstreamAllowlist());
  return probeWithMatchers(ctx, {
    url: url ?? saved.url,
    headers: headers ?? saved.headers,
    matchers: matchers ?? saved.matchers,
  });
}

/** A mistyped matcher shows nothing at all, and nobody sees why. */
async function probeWithMatchers(ctx: TenantContext, asked: UnmatchedInput): Promise<DatasourceTest> {
  const found = await probeDatasource(asked);
  const mayAsk = found.ok && (await withTenant(ctx, (tx) => isWithinShare(tx, ctx, asked)));
  const selector = mayAsk ? await findUnmatched(asked) : null;
  if (selector === null) return found;
  const warning = `No series of the last hour fits the matchers ${selector}: members would see nothing. Check labels and values.`;
  return { ...found, warning };
}
