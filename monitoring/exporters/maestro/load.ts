import { count, observe } from "../overlay/effects.ts";
import type { Load } from "../overlay/load.ts";
import type { Effect } from "../overlay/state.ts";

const TENANT = { tenant_id: "acme" };
const PREDICTIONS = 120;
const READS = 40;

export const MAESTRO_LOAD: Load = {
  count: 10,
  step: (step) => ({
    title: `Tenant acme, burst ${step + 1}: ${PREDICTIONS} predictions, ${READS} model reads, 1 deploy`,
    activities: [
      {
        seconds: 5,
        effects: [
          ...requests("/api/v1/predictions", "POST", PREDICTIONS, 0.18),
          ...requests("/api/v1/models/{id}", "GET", READS, 0.05),
          count("maestro_ml_model_operations_total", 1, { ...TENANT, operation: "deploy" }),
        ],
      },
    ],
  }),
};

function requests(endpoint: string, method: string, amount: number, seconds: number): Effect[] {
  const route = { ...TENANT, endpoint };
  return [
    count("maestro_http_requests_total", amount, { ...route, method, status_code: "200" }),
    observe("maestro_http_request_duration_seconds", amount, seconds, route),
  ];
}
