import { expect, it } from "vitest";
import { type BulkUrl, readBulkUrl } from "./bulk-url";
import { writeBulkUrl } from "./write-bulk-url";

it("reads back what it writes, and nothing else", () => {
  const url: BulkUrl = {
    dashboards: ["a", "b"],
    change: { kind: "renameMetric", from: "a", to: "b", family: false },
  };
  expect(readBulkUrl(writeBulkUrl(url))).toEqual(url);
  expect(writeBulkUrl({ dashboards: [], change: null })).toBe("");
  for (const change of ["{", "{}", '{"kind":"drop"}', '{"kind":"renameMetric","from":"a b","to":"c"}']) {
    expect(readBulkUrl(`?${new URLSearchParams({ change })}`).change).toBeNull();
  }
});

it("sends no long selection to the server", () => {
  const dashboards = Array.from({ length: 1_000 }, (_, i) => `dashboard-with-a-long-uid-${i}`);
  const url: BulkUrl = { dashboards, change: { kind: "renameMetric", from: "a", to: "b", family: false } };
  const text = writeBulkUrl(url);
  expect(text.split("#")[0]?.length).toBeLessThan(200);
  expect(readBulkUrl(text)).toEqual(url);
});
