import { expect, it } from "vitest";
import { compareLabels, sortedLabels } from "./compare-labels";

it("orders series as Prometheus does, however an engine writes their labels", () => {
  const ordered = [
    "{}",
    '{"B":"z"}',
    '{"a":"1"}',
    '{"b":"1","a":"1"}',
    '{"a":"1","c":"0"}',
    '{"a":"2"}',
    '{"a":"é"}',
    '{"a":"🙂"}',
  ];
  for (const [index, left] of ordered.entries()) {
    for (const [other, right] of ordered.entries()) {
      const order = Math.sign(compareLabels(sortedLabels(left), sortedLabels(right)));
      expect(order, `${left} ${right}`).toBe(Math.sign(index - other));
    }
  }
});
