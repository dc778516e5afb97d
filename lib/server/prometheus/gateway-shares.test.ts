import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { answerWith, type GatewayStand, startGatewayStand } from "@/lib/server/testing/gateway-stand";

vi.hoisted(() => {
  process.env.UPSTREAM_ALLOWLIST = "127.0.0.1";
});

let stand: GatewayStand;
beforeAll(async () => {
  stand = await startGatewayStand();
});
afterAll(() => stand.upstream.stop());
beforeEach(() => {
  stand.reset();
  stand.upstream.answer(answerWith('{"status":"success","data":{"groups":[]}}'));
  // The middle of a slot.
  vi.setSystemTime(1_800_000_015_000);
});
afterAll(() => void vi.useRealTimers());

const rules = "rules?type=alert";

it("asks for the rules once for all of a tenant who look at its pages", async () => {
  for (const ctx of [stand.a.viewer, stand.a.editor, stand.a.viewer]) {
    expect((await stand.ask(rules, { ctx })).status).toBe(200);
  }
  expect(stand.upstream.seen).toHaveLength(1);
  await stand.ask(rules, { ctx: stand.b.viewer });
  expect(stand.upstream.seen).toHaveLength(2);
});

it("asks anew for each machine, and once a slot is over", async () => {
  for (let turn = 0; turn < 2; turn++) await stand.ask(rules);
  expect(stand.upstream.seen).toHaveLength(2);
  await stand.ask(rules, { ctx: stand.a.viewer });
  vi.setSystemTime(1_800_000_031_000);
  await stand.ask(rules, { ctx: stand.a.viewer });
  expect(stand.upstream.seen).toHaveLength(4);
});
