import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { countQueries } from "@/lib/server/tenants/query-rate";
import type { PrometheusDatasource } from "../datasource";
import { enterUpstream, rateHeaders, upstreamLoad } from "./enter-upstream";

vi.mock("@/lib/server/tenants/query-rate", () => ({ countQueries: vi.fn() }));

const datasource: PrometheusDatasource = {
  id: "d",
  tenantId: "t",
  tenantSlug: "t",
  uid: "p",
  name: "p",
  url: "http://127.0.0.1:9",
  matchers: {},
  headers: {},
  enforceConflict: "empty",
  revision: 1,
  queriesPerMinute: 10,
};

beforeEach(() => void vi.useFakeTimers({ toFake: ["Date", "performance"] }));
afterEach(() => {
  vi.useRealTimers();
  Reflect.deleteProperty(globalThis, "panelsmithLimits");
});

it("refuses for the rest of the minute whoever is over the limit, though the clock is set back an hour", async () => {
  vi.mocked(countQueries).mockResolvedValueOnce({ used: 11, resetMs: 40_000 });
  await expect(enterUpstream(datasource, 0)).rejects.toMatchObject({ status: 429 });
  vi.setSystemTime(Date.now() - 3_600_000);
  await expect(enterUpstream(datasource, 0)).rejects.toMatchObject({ headers: { "Retry-After": "40" } });
  expect(rateHeaders(datasource)).toMatchObject({ "RateLimit-Remaining": "0", "RateLimit-Reset": "40" });
  expect(countQueries).toHaveBeenCalledTimes(1);

  vi.advanceTimersByTime(41_000);
  vi.mocked(countQueries).mockResolvedValueOnce({ used: 1, resetMs: 60_000 });
  const leave = await enterUpstream(datasource, 0);
  expect(upstreamLoad()).toEqual({ running: 1, waiting: 0 });
  leave();
  expect(upstreamLoad()).toEqual({ running: 0, waiting: 0 });
  expect(rateHeaders(datasource)).toMatchObject({ "RateLimit-Remaining": "9", "RateLimit-Reset": "60" });
});
