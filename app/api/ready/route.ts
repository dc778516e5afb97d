import { routesLoaded } from "@/lib/server/http/load-routes";
import { checkReadiness } from "@/lib/server/http/readiness";

export const dynamic = "force-dynamic";

export async function GET(): Promise<Response> {
  await routesLoaded();
  const readiness = await checkReadiness();
  return Response.json(readiness, {
    status: readiness.ready ? 200 : 503,
    headers: { "Cache-Control": "no-store" },
  });
}
