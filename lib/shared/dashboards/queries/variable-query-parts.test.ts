import { describe, expect, it } from "vitest";
import { variableQueryParts } from "./variable-query-parts";

const read = (text: string) => {
  const parts = variableQueryParts(text);
  const cut = (part: { from: number; to: number } | null) => part && text.slice(part.from, part.to);
  return parts && [parts.kind, cut(parts.expr), cut(parts.label)];
};

describe("variableQueryParts", () => {
  it.each([
    [' label_values( up{a="x,y"} ,  job ) ', ["labelValues", 'up{a="x,y"}', "job"]],
    ["label_values(job)", ["labelValues", null, "job"]],
    ["label_values(up{a='b'}, )", null],
    ["label_names(up)", ["labelNames", "up", null]],
    ["query_result(topk(3, sum by (x) (y)))", ["queryResult", "topk(3, sum by (x) (y))", null]],
    ["metrics(node_.*)", ["metrics", null, null]],
    [' up{job="a"} ', ["series", 'up{job="a"}', null]],
    ["  ", null],
  ])("reads %s", (text, wanted) => {
    expect(read(text)).toEqual(wanted);
  });
});
