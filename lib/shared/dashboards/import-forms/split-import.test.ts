import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { folderPathOf } from "./folder-path";
import { splitImport } from "./split-import";

const dashboard = (title: string) => ({ title, panels: [{ id: 1, type: "text" }] });
const configMap = (data: Record<string, string>) => ({
  apiVersion: "v1",
  kind: "ConfigMap",
  metadata: { name: "x", labels: { grafana_dashboard: "1" } },
  data,
});
const found = async (text: string, path = "x") =>
  (await splitImport(path, text)).map((part) =>
    "problem" in part ? [part.path, part.problem] : [part.path, part.value.title],
  );

describe("splitImport finds the dashboards in", () => {
  it("one, letter by letter", async () => {
    expect(await splitImport("a", '{ "title": "T", "n": 1.0 }')).toEqual([
      { path: "a", text: '{ "title": "T", "n": 1.0 }', value: { title: "T", n: 1 } },
    ]);
  });

  it("a list, and one JSON a line", async () => {
    const [one, two] = [JSON.stringify(dashboard("A")), JSON.stringify(dashboard("B"))];
    const both = [
      ["x #1", "A"],
      ["x #2", "B"],
    ];
    expect(await found(`[${one}, ${two}]`)).toEqual(both);
    expect(await found(`${one}\r\n${two}\n`)).toEqual(both);
  });

  it("ConfigMaps as YAML, several in a file, and as a List that kubectl gave", async () => {
    const one = configMap({
      "a.json": JSON.stringify(dashboard("A")),
      "b.json": JSON.stringify(dashboard("B")),
      note: "x",
    });
    const two = configMap({ "c.json": JSON.stringify(dashboard("C"), null, 2) });
    const yaml = `# of a chart\n${stringify(one)}---\n${stringify(two)}`;
    expect(await found(yaml, "cm.yaml")).toEqual([
      ["cm.yaml #1: a.json", "A"],
      ["cm.yaml #1: b.json", "B"],
      ["cm.yaml #2: c.json", "C"],
    ]);
    const list = JSON.stringify({ apiVersion: "v1", kind: "List", items: [one, two] });
    expect((await found(list)).map(([, title]) => title)).toEqual(["A", "B", "C"]);
  });

  it("resources of the Grafana operator, packed ones too", async () => {
    const resource = (spec: object) =>
      stringify({ apiVersion: "grafana.integreatly.org/v1beta1", kind: "GrafanaDashboard", spec });
    const json = JSON.stringify(dashboard("A"));
    expect(await found(resource({ json }), "x.yaml")).toEqual([["x.yaml", "A"]]);
    expect(await found(resource({ gzipJson: gzipSync(json).toString("base64") }))).toEqual([["x", "A"]]);
    expect(await found(resource({ gzipJson: "!!" }))).toEqual([
      ["x", expect.stringMatching(/cannot be unpacked/)],
    ]);
    expect(await found(resource({ url: "https://x" }))).toEqual([
      ["x", expect.stringMatching(/does not hold it/)],
    ]);
  });

  it("a dashboard that was written as YAML", async () => {
    expect(await found("title: A\npanels: []\n")).toEqual([["x", "A"]]);
  });
});

describe("splitImport says what is wrong with", () => {
  it.each([
    [
      "a sign-in page",
      "<!DOCTYPE html>\n<html><title>Grafana</title></html>",
      /^This is a web page.*Share, Export/,
    ],
    ["XML", "<rss></rss>", /XML/],
    ["nothing", "", /nothing in it/],
    ["a comment", '{\n  // x\n  "title": "a"\n}', /line 2, column 3: a comment/],
    ["a comma too many", '{"title": "a",}', /comma before }/],
    ["broken YAML", "title: a\npanels: [}\n", /^The YAML cannot be read at line 2, column \d+: /],
    [
      "aliases of aliases",
      `a: &a [x, x, x, x]\n${"bcdefgh"
        .split("")
        .map((k, i) => `${k}: &${k} [${`*${"abcdefg"[i]},`.repeat(9)}]`)
        .join("\n")}`,
      /refers to itself/,
    ],
    ["a ConfigMap without JSON", stringify(configMap({ a: "b" })), /holds no dashboard/],
    [
      "a folder",
      '{"id":1,"uid":"a","title":"F","url":"/dashboards/f/a/f","hasAcl":false}',
      /^This is a folder/,
    ],
    [
      "a folder resource",
      '{"apiVersion":"folder.grafana.app/v1","kind":"Folder","spec":{"title":"F"}}',
      /^This is a folder/,
    ],
    [
      "a library panel",
      '{"result":{"uid":"a","name":"L","kind":1,"type":"stat","model":{"type":"stat"}}}',
      /^This is a library panel/,
    ],
    ["a panel", '{"id":1,"type":"stat","title":"P","targets":[],"gridPos":{}}', /^This is a single panel/],
    [
      "an alert rule",
      '{"uid":"a","title":"R","condition":"A","data":[],"ruleGroup":"g"}',
      /^This is an alert rule/,
    ],
    ["rule groups", "groups:\n- name: g\n  rules: []\n", /^These are groups of rules/],
    [
      "a list of a search",
      '[{"uid":"a","title":"T","type":"dash-db","url":"/d/a"}]',
      /^This is a line of Grafana's search/,
    ],
    [
      "an error",
      '{"message":"Unauthorized","statusCode":401}',
      /error that Grafana answered.*"Unauthorized"/,
    ],
    ["an answer of Prometheus", '{"status":"success","data":{}}', /^This is an answer of Prometheus/],
    ["a provisioning file", "apiVersion: 1\nproviders: []\n", /^This is a provisioning file/],
    ["a list of numbers", "[1]", /not of dashboards/],
    ["an empty list", "[]", /empty list/],
    ["a number", "7", /not a dashboard/],
  ])("%s", async (_, text, problem) => {
    expect(await found(text)).toEqual([["x", expect.stringMatching(problem)]]);
  });

  it("keeps apart what only resembles something else", async () => {
    for (const text of [
      '{"title":"a","type":"x"}',
      '{"title":"a","message":"x"}',
      '{"title":"a","targets":[],"type":"x","panels":[]}',
    ])
      expect(await found(text)).toEqual([["x", "a"]]);
  });
});

describe("folderPathOf", () => {
  it.each([
    ["a/b/c.json", "a/b"],
    ["../../etc/x.json", "etc"],
    ["/x.json", ""],
    ["a\\b\\c.json", "a/b"],
    ["./a//b.json", "a"],
  ])("of %s is %s", (path, folder) => {
    expect(folderPathOf(path)).toBe(folder);
  });
});
