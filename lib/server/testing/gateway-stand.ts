import type { ServerResponse } from "node:http";
import { answerPrometheusRequest } from "@/lib/server/prometheus/answer-prometheus-request";
import { gatewayErrorResponse } from "@/lib/server/prometheus/gateway-error-response";
import type { TenantContext } from "@/lib/server/tenants/context";
import { createTestDatasource } from "./create-test-datasource";
import { createTestTenant, type TestTenant } from "./create-test-tenant";
import { emptyVector, type FakeUpstream, startFakeUpstream } from "./fake-upstream";
import { forgetAnswers } from "./forget-answers";

interface Ask {
  ctx?: TenantContext;
  uid?: string;
  init?: RequestInit;
}

/** Tenants A (with secret headers) and B, each with a datasource on one upstream that counts. */
export async function startGatewayStand() {
  const upstream = await startFakeUpstream();
  const a = await createTestTenant("A");
  const b = await createTestTenant("B");
  const headers = { Authorization: "Bearer s3cr3t-of-a", "X-Scope-OrgID": "tenant-a" };
  await createTestDatasource(a.admin, { url: upstream.url, matchers: { tenant_id: "a" }, headers });
  await createTestDatasource(b.admin, { url: upstream.url, matchers: { tenant_id: "b" } });
  return {
    upstream,
    a,
    b,
    /** Asks below `/prometheus/api/v1/`, as a machine of A unless told otherwise. */
    ask: (path: string, { ctx = machineOf(a), uid = "prometheus", init }: Ask = {}) =>
      ask(path, ctx, uid, init),
    /** The parameters of a request that the upstream has seen. */
    sentForm: (index = 0) => formOf(upstream, index),
    /** Before each test: nothing seen or kept, every question answered with nothing. */
    reset() {
      forgetAnswers();
      upstream.seen.length = 0;
      upstream.answer(answerWith(emptyVector));
    },
  };
}

/** As with an API token of the least role. */
export function machineOf({ viewer }: TestTenant): TenantContext {
  return { ...viewer, actor: { kind: "token", id: viewer.actor.id, name: "ci" } };
}

export type GatewayStand = Awaited<ReturnType<typeof startGatewayStand>>;

export function answerWith(text: string, type = "application/json", status = 200) {
  return (_: unknown, response: ServerResponse): void => {
    response.writeHead(status, { "content-type": type }).end(text);
  };
}

export function formPost(body: string, type = "application/x-www-form-urlencoded"): RequestInit {
  return { method: "POST", body, headers: { "content-type": type } };
}

async function ask(path: string, ctx: TenantContext, uid: string, init?: RequestInit) {
  const base = `http://console/api/v1/tenants/${ctx.tenant.slug}/datasources/${uid}/prometheus/api/v1/`;
  const response = await answerPrometheusRequest(ctx, new Request(base + path, init), uid).catch((error) =>
    gatewayErrorResponse(error, "id"),
  );
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, json: JSON.parse(text) };
}

function formOf({ seen }: FakeUpstream, index: number): URLSearchParams {
  return new URLSearchParams(seen[index]?.body || seen[index]?.url.split("?")[1]);
}
