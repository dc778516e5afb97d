import { assertMetricsReader } from "@/lib/server/http/assert-metrics-reader";
import { type RouteContext, runRoute } from "@/lib/server/http/run-route";
import { readMetrics } from "@/lib/server/http/tenant-metrics";

export const dynamic = "force-dynamic";

export function GET(request: Request, context: RouteContext): Promise<Response> {
  return runRoute(request, context, async () => {
    assertMetricsReader(request);
    const headers = { "Content-Type": "text/plain; version=0.0.4; charset=utf-8" };
    return new Response(await readMetrics(), { headers });
  });
}
