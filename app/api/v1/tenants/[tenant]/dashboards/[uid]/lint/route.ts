import { maxDocumentBody } from "@/lib/server/dashboards/read-document";
import { parseDocumentText } from "@/lib/server/http/read-json-body";
import { ok } from "@/lib/server/http/responses";
import { tenantRoute } from "@/lib/server/http/tenant-route";
import { lintDraft } from "@/lib/server/prometheus/lint/lint-draft";
import { lintStoredDashboard } from "@/lib/server/prometheus/lint/lint-stored-dashboard";

interface Params {
  uid: string;
}

const flag = (query: URLSearchParams, name: string) => query.get(name) === "true";

export const GET = tenantRoute<Params>(async ({ ctx, params, query, request }) => {
  const asked = { mixin: flag(query, "mixin"), cardinality: flag(query, "cardinality") };
  return ok(await lintStoredDashboard(ctx, params.uid, asked, request.signal));
});

export const POST = tenantRoute<Params>(
  async ({ ctx, params, bodyText, request }) =>
    ok(await lintDraft(ctx, params.uid, await parseDocumentText(await bodyText()), request.signal)),
  { maxBodyBytes: maxDocumentBody },
);
