import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { createDashboard } from "@/lib/server/dashboards/create-dashboard";
import { answerWith, type GatewayStand, startGatewayStand } from "@/lib/server/testing/gateway-stand";
import { type FirstQuestion, findFirstValues } from "./find-first-values";

vi.hoisted(() => {
  process.env.UPSTREAM_ALLOWLIST = "127.0.0.1";
});

const document = {
  uid: "board",
  title: "Board",
  schemaVersion: 39,
  time: { from: "now-1h", to: "now" },
  templating: {
    list: [
      { name: "team", type: "custom", query: "payments,search", current: { value: "payments" } },
      {
        name: "job",
        type: "query",
        query: 'label_values(up{team="$team"}, job)',
        regex: "/^(?!hidden).*/",
        multi: true,
        includeAll: true,
        current: { value: ["api"] },
      },
    ],
  },
};

let stand: GatewayStand;
beforeAll(async () => {
  stand = await startGatewayStand();
  await createDashboard(stand.a.editor, { document });
});
afterAll(() => stand.upstream.stop());
beforeEach(() => {
  stand.reset();
  stand.upstream.answer(answerWith('{"status":"success","data":["api","web","hidden-one"]}'));
});

const longMs = 10_000;

it("leaves hundreds of variables, each of which needs the next, to the page", async () => {
  const list = Array.from({ length: 400 }, (_, i) => ({
    name: `v${i}`,
    type: "custom",
    query: `a,$v${i + 1}`,
  }));
  await createDashboard(stand.a.editor, {
    document: { ...document, uid: "many", title: "Many", templating: { list } },
  });
  expect(await findFirstValues(stand.a.viewer, question({ uid: "many" }), longMs)).toEqual({
    states: {},
    complete: false,
  });
});

/** Each test asks at a time of its own: answers are kept for a while. */
let day = 0;
function question(more: Partial<FirstQuestion> = {}): FirstQuestion {
  const nowMs = 1_700_000_000_000 + ++day * 86_400_000;
  return { uid: "board", chosen: {}, from: null, to: null, timeZone: null, nowMs, ...more };
}

it.each(["editor", "viewer"] as const)("finds what a page of the %s would find", async (role) => {
  const asked = question({ chosen: { team: "search" } });
  const { states, complete } = await findFirstValues(stand.a[role], asked, longMs);
  expect(complete).toBe(true);
  expect(states.team).toMatchObject({ current: "search", error: null });
  expect(states.job?.options.map(({ value }) => value)).toEqual(["api", "web"]);
  expect(stand.sentForm().get("match[]")).toBe('up{team="search",tenant_id="a"}');
});

it("lets no value of the address into what a viewer's page asks", async () => {
  const asked = question({ chosen: { team: 'x"} or secret{a="' } });
  const { states, complete } = await findFirstValues(stand.a.viewer, asked, longMs);
  expect(complete).toBe(false);
  expect(states.job).toBeUndefined();
  expect(stand.upstream.seen).toEqual([]);
});

it("leaves to the page what is not found: in time, at all, or where only the browser knows the range", async () => {
  stand.upstream.answer(() => undefined);
  expect(await findFirstValues(stand.a.editor, question(), 50)).toMatchObject({
    complete: false,
    states: { team: { current: "payments" } },
  });
  stand.upstream.answer(answerWith("gone", "text/plain", 500));
  expect((await findFirstValues(stand.a.editor, question(), longMs)).states.job).toBeUndefined();
  expect(await findFirstValues(stand.a.editor, question({ from: "now/d" }))).toEqual({
    complete: false,
    states: {},
  });
  const zoned = question({ from: "now/d", timeZone: "utc" });
  stand.upstream.answer(answerWith('{"status":"success","data":["api"]}'));
  expect(await findFirstValues(stand.a.editor, zoned, longMs)).toMatchObject({ complete: true });
});

it("knows no dashboard of another tenant", async () => {
  await expect(findFirstValues(stand.b.admin, question())).rejects.toMatchObject({ code: "NOT_FOUND" });
});
