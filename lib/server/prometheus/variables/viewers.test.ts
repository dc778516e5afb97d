import type { ServerResponse } from "node:http";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { createDashboard } from "@/lib/server/dashboards/create-dashboard";
import { explainEmpty } from "@/lib/server/prometheus/explain/explain-empty";
import { preparePanelBatch } from "@/lib/server/prometheus/panel-batch";
import { queryAnnotations } from "@/lib/server/prometheus/query-annotations";
import { emptyVector, type SeenRequest } from "@/lib/server/testing/fake-upstream";
import { type GatewayStand, machineOf, startGatewayStand } from "@/lib/server/testing/gateway-stand";
import { viewedBoard } from "@/lib/server/testing/viewed-board";
import type { PanelBatchLine } from "@/lib/shared/prometheus/panel-batch";
import { findVariableNames } from "./find-variable-names";

vi.hoisted(() => {
  process.env.UPSTREAM_ALLOWLIST = "127.0.0.1";
});

const toMs = 1_700_000_000_000;
const range = { fromMs: toMs - 3_600_000, toMs };
let stand: GatewayStand;
beforeAll(async () => {
  stand = await startGatewayStand();
  await createDashboard(stand.a.editor, { document: viewedBoard });
});
afterAll(() => stand.upstream.stop());
beforeEach(() => {
  stand.reset();
  stand.upstream.answer(answer);
});

/** The last hour knows two jobs and one that the regex hides; a longer time one more. */
function answer({ url, body }: SeenRequest, response: ServerResponse): void {
  const path = url.split("?")[0] ?? "";
  const params = new URLSearchParams(body || url.split("?")[1]);
  if (!path.endsWith("/values") && !path.endsWith("/labels")) {
    return void response.end('{"status":"success","data":{"resultType":"vector","result":[]}}');
  }
  const isLong = Number(params.get("end")) - Number(params.get("start")) > 86_400;
  const data = path.endsWith("/labels")
    ? ["job", "zone"]
    : ["api", "d.b", "hidden-one", ...(isLong ? ["gone"] : [])];
  response.end(JSON.stringify({ status: "success", data }));
}

async function batch(panelId: number, variables: object, ctx = stand.a.viewer, more: object = {}) {
  const lines: PanelBatchLine[] = [];
  const body = {
    ...range,
    dashboardUid: "board",
    variables,
    panels: [{ panelId, maxDataPoints: 10, ...more }],
  };
  const run = await preparePanelBatch(ctx, body, new AbortController().signal);
  await run((line) => void lines.push(line));
  return lines;
}

const queries = () =>
  stand.upstream.seen
    .filter(({ url }) => /\/query(_range)?(\?|$)/.test(url))
    .map(({ body }) => new URLSearchParams(body).get("query"));

async function queryOf(
  panelId: number,
  variables: object,
  ...rest: Parameters<typeof batch> extends [unknown, unknown, ...infer R] ? R : never
) {
  await batch(panelId, variables, ...rest);
  return queries().at(-1);
}

const T = 'tenant_id="a"';

describe("a viewer's dashboard", () => {
  it("runs with the values that its variables offer", async () => {
    expect(await queryOf(1, { team: "search", job: ["api", "d.b"], width: "5m" })).toBe(
      `rate(x{team="search",job=~"(api|d\\\\.b)",${T}}[5m])`,
    );
    expect(await queryOf(1, { job: ["gone"], width: "auto" })).toMatch(/job=~"gone".*\[2m\]/);
  });

  it("has a datasource that its variable offers, by name or as the default", async () => {
    for (const ds of ["prometheus", "default"]) {
      expect(await queryOf(8, { ds }), ds).toBe(`x{${T}}`);
      stand.reset();
    }
  });

  it("takes an empty value where a variable offers nothing", async () => {
    stand.upstream.answer(({ url }, response) => {
      const isNames = /values|labels/.test(url);
      response.end(isNames ? '{"status":"success","data":[]}' : emptyVector);
    });
    for (const old of ["", "v1"]) expect(await queryOf(2, { old, text: old })).toBe(`x{owner="${old}",${T}}`);
    await expect(batch(2, { old: "v2" })).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("has in All what the query finds, and no more", async () => {
    const all = `rate(x{team="payments",job=~"(api|d\\\\.b)",${T}}[1m])`;
    for (const job of ["$__all", ["$__all"], ["api", "$__all"], undefined]) {
      expect(await queryOf(1, job === undefined ? {} : { job })).toBe(all);
    }
  });

  it.each<[string, object]>([
    ["a value of a list that is not in it", { team: "hr" }],
    ["a pattern", { team: ".*" }],
    ["All of what has none", { team: "$__all" }],
    ["what the regex hides", { job: ["hidden-one"] }],
    ["one of several", { job: ["api", "secret"] }],
    ["a pattern for a job", { job: ".+" }],
    ["another interval", { width: "1m]) or secret[1m" }],
    ["another datasource", { ds: "second" }],
  ])("refuses %s", async (_, variables) => {
    await expect(batch(1, variables)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(batch(1, {}, stand.a.viewer, { scopedVariables: variables })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    expect(queries()).toEqual([]);
  });

  it("fills strings with what is typed, whatever it is", async () => {
    const text = 'b"} or secret{x="';
    const escaped = `x{owner="b\\"} or secret{x=\\"",${T}}`;
    expect(await queryOf(2, { text })).toBe(escaped);
    expect(await queryOf(3, { text })).toBe(escaped);
    expect(await queryOf(5, { text })).toBe(escaped);
    expect(await queryOf(4, { text: "5" })).toBe(`x{${T}} > 5`);
  });

  it.each([
    [4, "0 or secret"],
    [4, "0\nor\nsecret"],
    [4, "secret{}"],
    [5, 'x"\nor secret # '],
    [6, "\\"],
    [6, "'\n"],
  ])("takes one word outside of a string: panel %i, %j", async (panelId, text) => {
    expect(await batch(panelId, { text })).toContainEqual(
      expect.objectContaining({ type: "error", panelId, errorType: "bad_data" }),
    );
    expect(queries()).toEqual([]);
  });

  it("knows no variables but its own", async () => {
    const lines = await batch(7, { elsewhere: "x", __interval: "y" }, stand.a.viewer, {
      scopedVariables: { elsewhere: "z" },
    });
    expect(lines[0]).toMatchObject({ expr: 'x{owner="$elsewhere"}' });
    expect(await queryOf(7, { elsewhere: "x" }, stand.a.editor)).toBe(`x{owner="x",${T}}`);
  });

  it("is narrowed by ad hoc filters, never widened", async () => {
    expect(await queryOf(2, { text: "t", filters: ["zone|=|1", 'a"}|=~|.*"} or secret{'] })).toBe(
      `x{owner="t",zone="1","a\\"}"=~".*\\"} or secret{",${T}}`,
    );
  });

  it("has annotations with the same values alone", async () => {
    const ask = (variables: object, ctx = stand.a.viewer) =>
      queryAnnotations(
        ctx,
        { ...range, dashboardUid: "board", names: ["deploys"], variables },
        new AbortController().signal,
      );
    await ask({ text: 'b"} or secret{x="' });
    expect(queries()).toEqual([`deploys{team="payments",owner="b\\"} or secret{x=\\"",${T}}`]);
    await expect(ask({ team: "hr" })).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect((await ask({ team: "hr" }, stand.a.editor)).items).toHaveLength(1);
  });

  it("offers what its stored queries find", async () => {
    // Another time than the tests before, whose answers are kept for a while.
    const earlier = { fromMs: range.fromMs - 86_400_000, toMs: range.toMs - 86_400_000 };
    const ask = (body: object, ctx = stand.a.viewer) =>
      findVariableNames(ctx, { ...earlier, dashboardUid: "board", ...body });
    expect(await ask({ name: "job", variables: { team: "search" } })).toEqual({
      names: ["api", "d.b", "hidden-one"],
    });
    expect(stand.sentForm().get("match[]")).toBe(`up{team="search",${T}}`);
    expect(await ask({ name: "filters" })).toEqual({ names: ["job", "zone"] });
    expect((await ask({ name: "filters", label: "job" })).names).toContain("api");
    expect(await ask({ name: "team", label: "job" })).toEqual({ names: [] });
    await expect(ask({ name: "job", variables: { team: "hr" } })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await expect(ask({ name: "elsewhere" })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(ask({ name: "job" }, stand.b.admin)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("those who may write queries, and machines", () => {
  it("put in what they like", async () => {
    for (const ctx of [stand.a.editor, machineOf(stand.a)]) {
      expect(await queryOf(1, { team: "hr", job: "x", width: "1h" }, ctx)).toBe(
        `rate(x{team="hr",job=~"x",${T}}[1h])`,
      );
    }
  });
});

describe("free queries", () => {
  const paths = [
    "query?query=up",
    "query_range?query=up&start=0&end=60&step=15",
    "query_exemplars?query=up",
    "series?match[]=up",
    "labels",
    "label/job/values",
    "metadata",
  ];

  it.each(paths)("are not a viewer's: %s", async (path) => {
    const answer = await stand.ask(path, { ctx: stand.a.viewer });
    expect([answer.status, answer.json.errorType]).toEqual([403, "forbidden"]);
    expect(stand.upstream.seen).toHaveLength(0);
    expect((await stand.ask(path, { ctx: stand.a.editor })).status).not.toBe(403);
  });

  it("leave viewers rules, alerts and what reads no series", async () => {
    for (const path of [
      "rules",
      "alerts",
      "status/buildinfo",
      "query?query=ALERTS",
      "format_query?query=up",
      "parse_query?query=up",
    ]) {
      await stand.ask(path, { ctx: stand.a.viewer });
      expect(stand.upstream.seen.length, path).toBe(1);
      stand.upstream.seen.length = 0;
    }
    const question = { expr: "up", ...range };
    await expect(explainEmpty(stand.a.viewer, "prometheus", question)).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });
});
