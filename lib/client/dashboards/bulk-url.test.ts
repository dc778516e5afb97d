import { expect, it } from "vitest";
import { type BulkUrl, readBulkUrl, writeBulkUrl } from "./bulk-url";

it("reads back what it writes, and nothing else", () => {
  const url: BulkUrl = {
    dashboards: ["a", "b"],
    change: { kind: "renameMetric", from: "a", to: "b", family: false },
  };
  expect(readBulkUrl(new URLSearchParams(writeBulkUrl(url)))).toEqual(url);
  expect(writeBulkUrl({ dashboards: [], change: null })).toBe("");
  for (const change of ["{", "{}", '{"kind":"drop"}', '{"kind":"renameMetric","from":"a b","to":"c"}']) {
    expect(readBulkUrl(new URLSearchParams({ change })).change).toBeNull();
  }
});
