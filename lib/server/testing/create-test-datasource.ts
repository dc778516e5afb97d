import { withTenant } from "@/lib/server/db";
import { datasourceSecretBinding } from "@/lib/server/prometheus/datasource-secret-binding";
import { encryptSecret } from "@/lib/server/secrets";
import type { TenantContext } from "@/lib/server/tenants/context";
import type { EnforcedMatchers } from "@/lib/shared/promql/enforced-matchers";

interface TestDatasource {
  uid?: string;
  url: string;
  matchers?: EnforcedMatchers;
  headers?: Record<string, string>;
  isDefault?: boolean;
  enforceConflict?: "empty" | "error";
}

/** Puts a datasource straight into the tenant, whatever its address. */
export async function createTestDatasource(ctx: TenantContext, input: TestDatasource): Promise<void> {
  const {
    uid = "prometheus",
    url,
    matchers = {},
    headers,
    isDefault = true,
    enforceConflict = "empty",
  } = input;
  const tenantId = ctx.tenant.id;
  const headersEncrypted = headers
    ? encryptSecret(JSON.stringify(headers), datasourceSecretBinding({ tenantId, url }))
    : null;
  await withTenant(tenantId, (tx) =>
    tx.datasource.create({
      data: { tenantId, uid, name: uid, url, matchers, headersEncrypted, isDefault, enforceConflict },
    }),
  );
}
