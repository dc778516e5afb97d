import { expect, it, vi } from "vitest";
import type { PanelBatchRequest } from "@/lib/shared/prometheus/panel-batch";
import { type EarlyBatch, takeEarlyBatch } from "./early-batch";

const panel = (panelId: number, maxDataPoints = 300) => ({ panelId, key: String(panelId), maxDataPoints });
const request = (panels: PanelBatchRequest["panels"], more: Partial<PanelBatchRequest> = {}) => ({
  dashboardUid: "d",
  fromMs: 0,
  toMs: 60_000,
  variables: { job: ["a"] },
  timeZone: "UTC",
  panels,
  ...more,
});

function sent(early: PanelBatchRequest): { panelsmithEarly?: EarlyBatch; leave: () => void } {
  const leave = vi.fn();
  const answer = Promise.resolve(new Response());
  return {
    leave,
    panelsmithEarly: { url: "/api/v1/tenants/acme/panels/query", request: early, answer, leave },
  };
}

it("is taken once, with what is left to ask", () => {
  const place = sent(request([panel(1), panel(2)]));
  const wanted = request([panel(2), panel(3), panel(1, 200)]);
  expect(takeEarlyBatch("acme", wanted, place)?.rest).toEqual([panel(3), panel(1, 200)]);
  expect(takeEarlyBatch("acme", wanted, place)).toBeNull();
  expect(place.leave).not.toHaveBeenCalled();
});

it("is cancelled where the question is another", () => {
  const others: [string, PanelBatchRequest][] = [
    ["globex", request([panel(1)])],
    ["acme", request([panel(1)], { toMs: 60_001 })],
    ["acme", request([panel(1)], { variables: { job: ["b"] } })],
    ["acme", request([panel(2)])],
  ];
  for (const [tenant, wanted] of others) {
    const place = sent(request([panel(1)]));
    expect(takeEarlyBatch(tenant, wanted, place)).toBeNull();
    expect(place.leave).toHaveBeenCalledOnce();
    expect(place.panelsmithEarly).toBeUndefined();
  }
});

it("is nothing where nothing was sent", () => {
  expect(takeEarlyBatch("acme", request([panel(1)]), {})).toBeNull();
});
