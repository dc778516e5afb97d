import { costlyTexts } from "../../../lib/shared/promql/testing/costly-texts.ts";
import type { ConsoleClient } from "./console-client.ts";

export interface HeavyRequest {
  name: string;
  send(): Promise<string>;
}

const range = { fromMs: 0, toMs: 60_000_000 };
const grid = { start: "0", end: "60000", step: "60" };
const long = Array(300).fill('sum(rate(x{a="b"}[5m]))').join(" / ");
const deep = `${"sum(".repeat(60)}rate(x[5m])${")".repeat(60)}`;
const keys = (count: number) => Array.from({ length: count }, (_, at) => `"k${at}":"a"`).join(",");
const pageOf = (more: string) =>
  `{"fromMs":0,"toMs":60000,"panels":[{"panelId":1,"maxDataPoints":9,"panel":{"type":"stat"}}],${more}}`;
const chain = long.slice(0, long.lastIndexOf(" / ", 5_000));

/** What a console can be made to work on most; datasources are named by what their upstream answers. */
export function heavyRequests(client: ConsoleClient): HeavyRequest[] {
  let asked = 0;
  // Each is a new question, for the cache too.
  const next = () => String(++asked);
  const overTime = (place: string) => () =>
    client.get(place, "query_range", { query: `x + ${next()}`, ...grid });
  const atOnce =
    (place: string, more: Record<string, string> = {}) =>
    () =>
      client.get(place, "query", { query: `x + ${next()}`, time: "60000", ...more });
  const plain =
    (place: string, path: string, more: Record<string, string> = {}) =>
    () =>
      client.get(place, path, { ...more, limit: `10${next()}000` });
  const matching = (count: number, selector: string) => () =>
    client.post("values", "labels", [
      ["limit", `10${next()}000`],
      ...Array.from({ length: count }, (): [string, string] => ["match[]", selector]),
    ]);
  const page = (place: string, targets: number) => () =>
    client.page(
      place,
      Array.from({ length: targets }, () => `x + ${next()}`),
      range,
    );
  const table: Record<string, () => Promise<string>> = {
    "a matrix of 19 MB, handed on": overTime("matrix"),
    "a matrix of 19 MB, its first 100 series": () =>
      client.get("matrix", "query_range", { query: `x + ${next()}`, ...grid, limit: "100" }),
    "a matrix of 19 MB, as a line of a page": page("matrix", 1),
    "eight of them at a time": () =>
      Promise.all(Array.from({ length: 8 }, overTime("matrix"))).then(([first = ""]) => first),
    "a page of 100 targets": page("page", 100),
    "a page's request of 200,000 keys": () => client.pageText(pageOf(`"x":{${keys(200_000)}}`)),
    "the same, broken off": () => client.pageText(pageOf(`"x":{${keys(200_000)}}`).slice(0, -9)),
    "values of 50,000 variables": () => client.pageText(pageOf(`"variables":{${keys(50_000)}}`)),
    "19 MB of series": plain("series", "series", { "match[]": "x" }),
    "19 MB of label values": plain("values", "label/job/values"),
    "19 MB of label names": plain("values", "labels"),
    "15 MB of rules, cut to the tenant": () => client.get("rules", "rules"),
    "15 MB of alerts, cut to the tenant": () => client.get("alerts", "alerts"),
    "12 MB of metadata, cut to the tenant": () => client.get("metadata", "metadata"),
    "50,000 series at one time": atOnce("vector"),
    "15 MB of exemplars": () =>
      client.get("exemplars", "query_exemplars", { query: `x + ${next()}`, start: "0", end: "9" }),
    "a tree of 2.5 MB": () => client.get("tree", "parse_query", { query: `x + ${next()}` }),
    "a text of 5 kB, formatted": () => client.post("text", "format_query", [["query", chain]]),
    "why a deep tree is empty": () => client.explain("nothing", `${deep} + ${next()}`, range),
    "why a long chain is empty": () => client.explain("nothing", `${chain} + ${next()}`, range),
    "1 GB": atOnce("endless"),
    "19 MB of brackets": atOnce("brackets"),
    "one string of 19 MB": atOnce("string"),
    "19 MB of a web page": atOnce("html"),
    "half a body": atOnce("half"),
    "64 long match[]": matching(64, `{a="${"x".repeat(900)}"}`),
    "4,000 match[]": matching(4_000, "up"),
    "10,000 misspelt parameters": () => client.post("empty", "query", "Query&".repeat(10_000)),
  };
  for (const { name, text } of costlyTexts)
    table[`a query: ${name}`] = () => client.post("empty", "query", [["query", text]]);
  return Object.entries(table).map(([name, send]) => ({ name, send }));
}
