import { count, observe, setGauge } from "../overlay/effects.ts";
import type { Fault } from "../overlay/fault.ts";

const ROUTE = { tenant_id: "acme", endpoint: "/api/v1/predictions" };

export const MAESTRO_FAULTS: readonly Fault[] = [
  {
    name: "maestro-quota",
    system: "maestro",
    says: "Tenant acme has filled 93 % of its model quota and is still filling its storage.",
    effects: () => [
      setGauge("maestro_tenant_quota_usage_ratio", 0.93, { tenant_id: "acme", resource_type: "models" }),
      setGauge(
        "maestro_tenant_quota_usage_ratio",
        0.84,
        { tenant_id: "acme", resource_type: "storage" },
        0.97,
      ),
    ],
  },
  {
    name: "maestro-api-errors",
    system: "maestro",
    says: "Predictions of tenant acme fail with status 500.",
    effects: (seconds) => [
      count("maestro_http_requests_total", 0.8 * seconds, { ...ROUTE, method: "POST", status_code: "500" }),
      count("maestro_api_errors_total", 0.8 * seconds, { ...ROUTE, error_type: "internal" }),
      observe("maestro_http_request_duration_seconds", 0.8 * seconds, 0.4, ROUTE),
    ],
  },
];
