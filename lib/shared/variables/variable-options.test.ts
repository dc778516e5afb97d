import { describe, expect, it } from "vitest";
import { customOptions, intervalOptions, optionsFromNames } from "./variable-options";
import { parseVariableQuery } from "./variable-query";

const values = async (names: string[], regex: string, sort = 0) =>
  (await optionsFromNames(names, regex, sort)).map((o) => o.value);

describe("parseVariableQuery", () => {
  it.each([
    ["label_values(job)", { kind: "labelValues", label: "job", selector: null }],
    [
      'label_values(up{a="x,y"}, instance)',
      { kind: "labelValues", label: "instance", selector: 'up{a="x,y"}' },
    ],
    ["label_values(up,job)", { kind: "labelValues", label: "job", selector: "up" }],
    [
      'label_values(up{"a.b"="x"}, @resource.k8s/node-name)',
      { kind: "labelValues", label: "@resource.k8s/node-name", selector: 'up{"a.b"="x"}' },
    ],
    ['label_values("service.name")', { kind: "labelValues", label: "service.name", selector: null }],
    ["label_values({ }, job)", { kind: "labelValues", label: "job", selector: null }],
    ["label_names(http_.+)", { kind: "labelNames", selector: '{__name__=~".*http_.+.*"}' }],
    ['label_names({job="a"})', { kind: "labelNames", selector: '{job="a"}' }],
    ["label_names()", { kind: "labelNames", selector: null }],
    ["metrics(node_.*)", { kind: "metrics", pattern: "node_.*" }],
    ["query_result(topk(5, sum(up) by (job)))", { kind: "queryResult", expr: "topk(5, sum(up) by (job))" }],
    ['up{job="a"}', { kind: "series", selector: 'up{job="a"}' }],
    ["", null],
    ["label_values()", null],
  ])("%s", (text, expected) => expect(parseVariableQuery(text)).toEqual(expected));
});

describe("options", () => {
  it("reads custom and interval lists", () => {
    expect(customOptions("a, b c,x\\,y, Prod : prod-1")).toEqual([
      { text: "a", value: "a" },
      { text: "b c", value: "b c" },
      { text: "x,y", value: "x,y" },
      { text: "Prod", value: "prod-1" },
    ]);
    expect(customOptions('[{"text":"One","value":"1"},"two"]')).toEqual([
      { text: "One", value: "1" },
      { text: "two", value: "two" },
    ]);
    expect(customOptions("Basic :  , Detailed : \\,transport, a : b : c,\nlast : z\n")).toEqual([
      { text: "Basic", value: "" },
      { text: "Detailed", value: ",transport" },
      { text: "a : b", value: "c" },
      { text: "last", value: "z" },
    ]);
    expect(customOptions("[a]").map((o) => o.value)).toEqual(["[a]"]);
    expect(intervalOptions('1m,"10m",1h', true).map((o) => o.value)).toEqual(["auto", "1m", "10m", "1h"]);
  });

  it("filters and cuts by regex", async () => {
    expect(await values(["api-1", "api-2", "db-1", "api-1"], "/^api/")).toEqual(["api-1", "api-2"]);
    expect(await values(["api-1", "db-1"], "api.*")).toEqual(["api-1"]);
    expect(await values(["api-1", "db-1"], "api")).toEqual([]);
    expect(await values(["a:9100", "b:9100"], "/(.*):9100/")).toEqual(["a", "b"]);
    expect(await values(['up{instance="x"} 1 2'], '/instance="([^"]+)"/')).toEqual(["x"]);
    expect(await optionsFromNames(["x{id=1,name=One}"], "/id=(?<value>\\d+),name=(?<text>\\w+)/", 0)).toEqual(
      [{ text: "One", value: "1" }],
    );
    expect(await values(["a1b2"], "/(\\d)/")).toEqual(["1"]);
    expect(await values(["a1b2"], "/(\\d)/g")).toEqual(["1", "2"]);
    expect(await values(["kube-system", "default"], "(?!kube-).+")).toEqual(["default"]);
    expect(await values(["a-1", "b-1"], "/(?<=a-)\\d/")).toEqual(["a-1"]);
  });

  it("says what is wrong with a regex instead of showing all or hanging", async () => {
    await expect(values(["a"], "/(/")).rejects.toThrow("cannot be read");
    await expect(values([`${"a".repeat(40)}!`], "/^(a+)+$/")).rejects.toThrow("could run for ever");
    await expect(values(["a"], "a".repeat(5_001))).rejects.toThrow("5000 characters");
  });

  it("sorts as Grafana numbers the orders", async () => {
    const names = ["b10", "B2", "a1"];
    const orders = await Promise.all([0, 1, 2, 3, 4, 5, 6].map((sort) => values(names, "", sort)));
    expect(orders.map((order) => order.join(" "))).toEqual([
      "b10 B2 a1",
      "B2 a1 b10",
      "b10 a1 B2",
      "a1 B2 b10",
      "b10 B2 a1",
      "a1 b10 B2",
      "B2 b10 a1",
    ]);
  });
});
