import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import * as route from "@/app/api/v1/tenants/[tenant]/datasources/[uid]/prometheus/api/v1/[...endpoint]/route";
import { withPlatform } from "@/lib/server/db";
import { createApiToken, revokeApiToken } from "@/lib/server/tenants/api-tokens";
import { type GatewayStand, startGatewayStand } from "@/lib/server/testing/gateway-stand";
import { type ServedRoutes, serveRoutes } from "@/lib/server/testing/serve-routes";
import { changeDatasource } from "./change-datasource";

vi.hoisted(() => {
  process.env.UPSTREAM_ALLOWLIST = "127.0.0.1";
});

let stand: GatewayStand;
let served: ServedRoutes;
let token = { id: "", token: "" };
beforeAll(async () => {
  stand = await startGatewayStand();
  served = await serveRoutes({
    "api/v1/tenants/[tenant]/datasources/[uid]/prometheus/api/v1/[...endpoint]": route,
  });
});
afterAll(() => Promise.all([stand.upstream.stop(), served.stop()]));
beforeEach(async () => {
  stand.reset();
  token = await createApiToken(stand.a.admin, { name: `client ${Math.random()}`, role: "viewer" });
});

function query(init: RequestInit = {}): Promise<Response> {
  const path = `/api/v1/tenants/${stand.a.tenant.slug}/datasources/prometheus/prometheus/api/v1/query`;
  const search = init.method === "POST" ? "" : "?query=up";
  return fetch(served.url + path + search, { ...init, headers: { authorization: `Bearer ${token.token}` } });
}
const post = (): RequestInit => ({ method: "POST", body: new URLSearchParams({ query: "up" }) });

/** Nothing that was known of the asker or of the datasource outlives a change. */
describe("the next question after a change", () => {
  it.each([
    ["GET", () => ({})],
    ["POST", post],
  ] as const)("has the new matchers (%s)", async (_, init) => {
    for (const own of ["one", "two", "three"]) {
      await changeDatasource(stand.a.admin, "prometheus", { matchers: { tenant_id: own } });
      expect((await query(init())).status).toBe(200);
      expect(stand.sentForm(stand.upstream.seen.length - 1).get("query")).toBe(`up{tenant_id="${own}"}`);
    }
  });

  it("is refused once the token is revoked", async () => {
    expect((await query()).status).toBe(200);
    expect((await query()).status).toBe(200);
    await revokeApiToken(stand.a.admin, token.id);
    stand.reset();
    for (let turn = 0; turn < 3; turn++) expect((await query()).status).toBe(401);
    expect(stand.upstream.seen).toHaveLength(0);
  });

  it("is refused once the tenant is suspended", async () => {
    expect((await query()).status).toBe(200);
    const suspend = (suspendedAt: Date | null) =>
      withPlatform((tx) => tx.tenant.update({ where: { id: stand.a.tenant.id }, data: { suspendedAt } }));
    await suspend(new Date());
    stand.reset();
    expect((await query()).status).toBe(403);
    expect(stand.upstream.seen).toHaveLength(0);
    await suspend(null);
    expect((await query()).status).toBe(200);
  });
});
