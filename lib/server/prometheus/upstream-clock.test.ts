import { expect, it } from "vitest";
import { clockAheadMs, noteUpstreamTime } from "./upstream-clock";

const now = 1_700_000_000_000;
const before = (ms: number) => new Date(now - ms).toUTCString();

it("knows by the date of an answer how far the clock here is ahead, upstream by upstream", () => {
  const url = "http://behind:9090/prometheus";
  expect(clockAheadMs(url)).toBe(0);
  noteUpstreamTime(new URL(`${url}/api/v1/query`), before(300_000), now);
  expect(clockAheadMs(url)).toBe(300_000);
  expect(clockAheadMs("http://other:9090")).toBe(0);
  for (const date of [undefined, "soon"]) noteUpstreamTime(new URL(url), date, now);
  expect(clockAheadMs(url)).toBe(300_000);
  noteUpstreamTime(new URL(url), before(0), now);
  expect(clockAheadMs(url)).toBe(0);
});

it("takes no notice of a clock here that is behind, nor of the time that an answer takes", () => {
  const url = new URL("http://early:9090");
  for (const ms of [-300_000, 2_000, 9_000]) noteUpstreamTime(url, before(ms), now);
  expect(clockAheadMs(url.href)).toBe(0);
});
