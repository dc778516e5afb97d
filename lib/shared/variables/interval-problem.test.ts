import { expect, it } from "vitest";
import { intervalProblem } from "./interval-problem";

it("names what is no interval, and says what to write", () => {
  expect(intervalProblem("1m,abc,5x", false)).toBe('"abc" is no interval. Write 30s, 5m, 1h or 1d.');
  for (const list of ["-1m", "0s", "1m;5m"]) expect(intervalProblem(list, true), list).toMatch(/no interval/);
});

it("asks for some where none is offered", () => {
  expect(intervalProblem(" , ", false)).toMatch(/Write intervals/);
  expect(intervalProblem("", true)).toBeNull();
});

it("lets pass what Grafana offers", () => {
  expect(intervalProblem('1m,10m,"30m",1h,6h,1d,7d,14d,30d,1M,1y,$__interval,', true)).toBeNull();
});
