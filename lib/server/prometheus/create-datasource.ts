import { recordAudit } from "@/lib/server/audit/record-audit";
import { withTenant } from "@/lib/server/db";
import { assertUpstreamUrl } from "@/lib/server/http/assert-upstream-url";
import { assertCan, type TenantContext } from "@/lib/server/tenants/context";
import { assertWithinQuota } from "@/lib/server/tenants/quota";
import { newUid } from "@/lib/shared/dashboards/new-uid";
import { type Datasource, NewDatasource } from "@/lib/shared/prometheus/datasource";
import { assertWithinShare } from "./assert-within-share";
import { encryptHeaders, toDatasource } from "./datasource-dto";
import { upstreamAllowlist } from "./upstream-policy";

/** The first datasource of a tenant is its default, whether asked for or not. */
export async function createDatasource(ctx: TenantContext, input: unknown): Promise<Datasource> {
  assertCan(ctx, "datasource:write");
  const {
    uid = newUid(),
    name,
    url,
    matchers,
    headers = {},
    enforceConflict = "empty",
    isDefault,
  } = NewDatasource.parse(input);
  await assertUpstreamUrl(url, upstreamAllowlist());
  const tenantId = ctx.tenant.id;
  const headersEncrypted = encryptHeaders(headers, { tenantId, url });
  const row = await withTenant(ctx, async (tx) => {
    await assertWithinQuota(tx, ctx, "datasources");
    await assertWithinShare(tx, ctx, { next: { url, matchers } });
    const first = (await tx.datasource.count({ where: { tenantId } })) === 0;
    if (isDefault)
      await tx.datasource.updateMany({ where: { tenantId, isDefault: true }, data: { isDefault: false } });
    const created = await tx.datasource.create({
      data: {
        tenantId,
        uid,
        name,
        url,
        matchers,
        enforceConflict,
        headersEncrypted,
        isDefault: isDefault ?? first,
      },
      omit: { headersEncrypted: false },
    });
    const subject = { type: "datasource", id: uid };
    await recordAudit(tx, ctx, { action: "datasource.create", subject, details: { name, url, matchers } });
    return created;
  });
  return toDatasource(row);
}
