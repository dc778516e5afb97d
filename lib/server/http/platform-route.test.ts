import { describe, expect, it } from "vitest";
import { withPlatform } from "@/lib/server/db";
import { callRoute } from "@/lib/server/testing/call-route";
import { createTestTenant } from "@/lib/server/testing/create-test-tenant";
import { platformRoute } from "./platform-route";

describe("platformRoute", () => {
  it("hands on to platform administrators alone", async () => {
    let handled = 0;
    const route = platformRoute(async ({ ctx }) => {
      handled += 1;
      return Response.json({ id: ctx.user.id });
    });
    const { admin } = await createTestTenant();
    expect((await callRoute(route, {})).status).toBe(401);
    expect((await callRoute(route, { as: admin })).status).toBe(403);
    expect(handled).toBe(0);
    await withPlatform((tx) =>
      tx.user.update({ where: { id: admin.actor.id }, data: { isPlatformAdmin: true } }),
    );
    const answer = await callRoute(route, { as: admin });
    expect([answer.status, await answer.json()]).toEqual([200, { id: admin.actor.id }]);
  });
});
