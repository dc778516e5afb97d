import { recordAudit } from "@/lib/server/audit/record-audit";
import { withTenant } from "@/lib/server/db";
import { assertUpstreamUrl } from "@/lib/server/http/assert-upstream-url";
import { assertCan, type TenantContext } from "@/lib/server/tenants/context";
import { lockTenant } from "@/lib/server/tenants/quota";
import { AppError } from "@/lib/shared/errors";
import { ChangedDatasource, type Datasource } from "@/lib/shared/prometheus/datasource";
import { assertWithinShare } from "./assert-within-share";
import { Matchers } from "./datasource";
import { encryptHeaders, noDatasource, toDatasource } from "./datasource-dto";
import { upstreamAllowlist } from "./upstream-policy";

/**
 * Changes a datasource; its revision rises, so that no answer cached before is given after.
 * @throws AppError INVALID_INPUT when the URL changes and stored headers are not entered again: they must not be sent
 * to an address that they were not meant for.
 */
export async function changeDatasource(ctx: TenantContext, uid: string, input: unknown): Promise<Datasource> {
  assertCan(ctx, "datasource:write");
  const { headers, url, isDefault, ...change } = ChangedDatasource.parse(input);
  if (url !== undefined) await assertUpstreamUrl(url, upstreamAllowlist());
  const tenantId = ctx.tenant.id;
  const row = await withTenant(ctx, async (tx) => {
    await lockTenant(tx, ctx);
    const key = { tenantId_uid: { tenantId, uid } };
    const current = await tx.datasource.findUnique({ where: key, omit: { headersEncrypted: false } });
    if (!current) throw noDatasource(uid);
    const moves = url !== undefined && url !== current.url;
    if (moves && current.headersEncrypted !== null && headers === undefined) {
      throw new AppError(
        "INVALID_INPUT",
        "The stored headers belong to the old URL. Enter them again, or remove them.",
        { field: "headers" },
      );
    }
    const next = {
      url: url ?? current.url,
      matchers: change.matchers ?? Matchers.parse(current.matchers),
    };
    await assertWithinShare(tx, ctx, { uid, next });
    const headersEncrypted =
      headers === undefined ? undefined : encryptHeaders(headers ?? {}, { tenantId, url: next.url });
    if (isDefault) {
      const others = { tenantId, isDefault: true, uid: { not: uid } };
      await tx.datasource.updateMany({ where: others, data: { isDefault: false } });
    }
    const data = { ...change, url, headersEncrypted, isDefault, revision: { increment: 1 } };
    const changed = await tx.datasource.update({ where: key, data, omit: { headersEncrypted: false } });
    const details = {
      ...change,
      ...(url ? { url } : {}),
      ...(headers !== undefined ? { headersReplaced: true } : {}),
    };
    await recordAudit(tx, ctx, {
      action: "datasource.change",
      subject: { type: "datasource", id: uid },
      details,
    });
    return changed;
  });
  return toDatasource(row);
}
