import { tenantRoute } from "@/lib/server/http/tenant-route";
import { answerPrometheusRequest } from "@/lib/server/prometheus/answer-prometheus-request";
import { gatewayErrorResponse } from "@/lib/server/prometheus/gateway-error-response";

export const dynamic = "force-dynamic";

const answer = tenantRoute<{ uid: string }>(
  ({ ctx, request, params }) => answerPrometheusRequest(ctx, request, params.uid),
  { onError: gatewayErrorResponse, isCompressed: true, withQueryFacts: true },
);

// OPTIONS, and HEAD, which Next hands to GET, are refused there in Prometheus' own shape.
export { answer as GET, answer as OPTIONS, answer as POST };
