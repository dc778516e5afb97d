import { readMetrics } from "@/lib/server/http/tenant-metrics";

export const dynamic = "force-dynamic";

export async function GET(): Promise<Response> {
  return new Response(await readMetrics(), {
    headers: { "Content-Type": "text/plain; version=0.0.4; charset=utf-8", "Cache-Control": "no-store" },
  });
}
