import { tenantRoute } from "@/lib/server/http/tenant-route";
import { preparePanelBatch } from "@/lib/server/prometheus/panel-batch";
import { streamLines } from "@/lib/server/prometheus/stream-lines";

export const dynamic = "force-dynamic";

export const POST = tenantRoute(
  async ({ ctx, request, body }) => {
    const left = new AbortController();
    const signal = AbortSignal.any([request.signal, left.signal]);
    const run = await preparePanelBatch(ctx, await body(), signal);
    return streamLines(run, () => left.abort());
  },
  { maxBodyBytes: 4_000_000, withQueryFacts: true },
);
