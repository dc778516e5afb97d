import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type CanaryStand, canaryEnd, startCanaryStand } from "@/lib/server/testing/canary-stand";
import { prometheusMajor, startTestPrometheus } from "@/lib/server/testing/prometheus";
import type { EndpointName } from "./endpoints";
import { askGateway } from "./gateway";
import { toParams } from "./read-params";

vi.hoisted(() => {
  process.env.UPSTREAM_ALLOWLIST = "127.0.0.1";
});

const around = { start: canaryEnd - 3_600, end: canaryEnd };
const foreign = /\bowner\\?"?[:=]\\?"(b|none|aXb|ab|a\.b)\\?"/;

/** What only a Prometheus 3 offers, so only where one is in the PATH. */
describe.skipIf((await prometheusMajor) < 3)("a Prometheus 3 behind the gateway", () => {
  let stand: CanaryStand;
  beforeAll(async () => {
    stand = await startCanaryStand(startTestPrometheus, [{ tenant_id: "a" }]);
  });
  afterAll(() => stand.stop());

  async function ask(
    endpoint: EndpointName,
    params: Record<string, string | number | string[]>,
    labelName?: string,
  ): Promise<{ data: unknown; warnings: string[] }> {
    const datasource = stand.places[0]?.shared ?? expect.fail("no such place");
    const answer = await askGateway({ datasource, endpoint, labelName, params: toParams(params) });
    expect(JSON.stringify(answer)).not.toMatch(foreign);
    return answer;
  }
  const value = async (query: string) => {
    const { data } = await ask("query", { query, time: canaryEnd });
    return JSON.stringify(data);
  };

  it("shows the parsed tree, with the matchers in it", async () => {
    const { data } = await ask("parse_query", { query: 'sum by ("odd.label") ({"odd.metric"})' });
    const text = JSON.stringify(data);
    expect(text).toContain('"odd.metric"');
    expect(text).toMatch(/"name":"tenant_id","type":"=","value":"a"/);
  });

  it("prints names that need quotes as they must be", async () => {
    const { data } = await ask("format_query", { query: 'sum by ("odd.label") ({"odd.metric"})' });
    expect(data).toMatch(/^sum by \("odd\.label"\) \(\{(__name__=)?"odd\.metric",tenant_id="a"\}\)$/);
  });

  it("finds names and labels that need quotes", async () => {
    expect(await value('count({"odd.metric", "odd.label"="x"})')).toContain('"2"');
    expect(await value('sum by ("odd.label") ({"odd.metric"}) > 0')).toContain('"odd.label":"x"');
    expect((await ask("labels", around)).data).toContain("odd.label");
    expect((await ask("label_values", around, "__name__")).data).toContain("odd.metric");
    expect((await ask("label_values", around, "U__odd_2e_label")).data).toEqual(["x"]);
    expect((await ask("label_values", around, "U__tenant_5f_id")).data).toEqual(["a"]);
    const series = await ask("series", { ...around, "match[]": '{"odd.metric"}' });
    expect(series.data).toHaveLength(2);
  });

  it("holds limits, and says what was cut", async () => {
    for (const endpoint of ["series", "labels", "label_values"] as const) {
      const { data, warnings } = await ask(endpoint, { ...around, limit: 1 }, "__name__");
      expect(data, endpoint).toHaveLength(1);
      expect(warnings.join(), endpoint).toMatch(/truncated/);
    }
    const { data, warnings } = await ask("query", { query: "canary", time: canaryEnd, limit: 1 });
    expect(data).toMatchObject({ result: [{ metric: { owner: "a" } }] });
    expect(warnings.join()).toMatch(/truncated/);
  });

  it("answers what is newer than its parser's grammar with a clean refusal", async () => {
    for (const query of ["info(canary)", 'info(canary, {tenant_id="b"})', "integral(canary[5m])"])
      await expect(ask("query", { query, time: canaryEnd }), query).rejects.toThrow(/parse error/);
  });

  it("passes on what it remarks of a question", async () => {
    const { infos } = await askGateway({
      datasource: stand.places[0]?.shared ?? expect.fail("no such place"),
      endpoint: "query",
      params: toParams({ query: "rate(canary[5m])", time: canaryEnd }),
    });
    expect(infos.join()).toMatch(/might not be a counter/);
  });
});
