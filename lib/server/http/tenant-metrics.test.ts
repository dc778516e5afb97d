import { describe, expect, it } from "vitest";
import { withPlatform } from "@/lib/server/db";
import { createTestTenant } from "@/lib/server/testing/create-test-tenant";
import { countRequest } from "./request-metrics";
import { readMetrics } from "./tenant-metrics";

describe("readMetrics", () => {
  it("shows requests and the quota usage of each tenant", async () => {
    const { tenant } = await createTestTenant();
    await withPlatform((tx) => tx.quota.create({ data: { tenantId: tenant.id, key: "members", limit: 8 } }));
    countRequest("GET", "/api/v1/tenants/{tenant}", 200, 12);
    const text = await readMetrics();
    expect(text).toContain(
      'panelsmith_http_requests_total{method="GET",route="/api/v1/tenants/{tenant}",status="200"} 1',
    );
    expect(text).toContain(`panelsmith_tenant_quota_used{tenant="${tenant.slug}",quota="members"} 4`);
    expect(text).toContain(
      `panelsmith_tenant_quota_usage_ratio{tenant="${tenant.slug}",quota="members"} 0.5`,
    );
    expect(text).toContain("panelsmith_database_up 1");
    expect(text).toContain("process_cpu_seconds_total");
  });
});
