import { describe, expect, it } from "vitest";
import type { ReadVariable } from "@/lib/shared/dashboards/reading-model";
import { type ResolveInput, resolveVariables } from "./resolve-variables";
import { sampleVariable as variable } from "./testing/sample-variable";

async function resolve(variables: ReadVariable[], change: Partial<ResolveInput> = {}) {
  const asked: string[] = [];
  const states = await resolveVariables({
    variables,
    chosen: {},
    range: { fromMs: 0, toMs: 60_000 },
    datasources: [
      { uid: "p1", name: "Main", isDefault: true },
      { uid: "p2", name: "Other", isDefault: false },
    ],
    onState: () => undefined,
    ask: async (datasource, path, params) => {
      asked.push(`${datasource} ${path} ${[params["match[]"] ?? ""].flat().join()}`);
      return path.includes("job") ? ["api", "db"] : ["i1", "i2"];
    },
    ...change,
  });
  return { states, asked };
}

describe("resolveVariables", () => {
  const chain = [
    variable({
      name: "instance",
      query: 'label_values(up{job=~"$job"}, instance)',
      datasource: { uid: "${ds}" },
      includeAll: true,
    }),
    variable({ name: "job", query: "label_values(up, job)", datasource: { uid: "${ds}" } }),
    variable({ name: "ds", type: "datasource", query: "prometheus" }),
  ];

  it("asks in the order of dependence, with what was found before", async () => {
    const { states, asked } = await resolve(chain);
    expect(asked).toEqual(["p1 label/job/values up", 'p1 label/instance/values up{job=~"api"}']);
    expect(states.get("job")).toMatchObject({ current: "api" });
    expect(states.get("instance")).toMatchObject({
      current: "$__all",
      options: [{ value: "i1" }, { value: "i2" }],
    });
    expect(states.get("ds")).toMatchObject({ current: "p1" });
  });

  it("comes to an end with thousands, each of which needs the next", async () => {
    const many = Array.from({ length: 4_000 }, (_, i) =>
      variable({ name: `v${i}`, type: "custom", query: `a,$v${i + 1}` }),
    );
    const { states } = await resolve(many, { chosen: { v0: "b" }, initial: { v0: "b" } });
    expect(states.size).toBe(4_000);
    expect(states.get("v0")?.current).toBe("b");
  });

  it("keeps what was chosen while it exists, by value or text", async () => {
    const chosen = { job: "db", ds: "Other", instance: "i2" };
    const { states, asked } = await resolve(chain, { chosen });
    expect(asked[1]).toBe('p2 label/instance/values up{job=~"db"}');
    expect(states.get("instance")?.current).toBe("i2");
  });

  it("holds to a value of the address that is gone, until something it depends on is chosen anew", async () => {
    const chosen = { job: "db", instance: "gone" };
    expect((await resolve(chain, { chosen, initial: chosen })).states.get("instance")?.current).toBe("gone");
    const anew = await resolve(chain, { chosen, initial: { ...chosen, job: "api" } });
    expect(anew.states.get("instance")?.current).toBe("$__all");
  });

  it("lets go of a saved value where nothing is found, so that series without the label are", async () => {
    const ask: ResolveInput["ask"] = async () => [];
    const saved = variable({ query: "label_values(cluster)", current: "prod" });
    expect((await resolve([saved], { ask })).states.get("v")).toMatchObject({ current: "", error: null });
    const several = variable({ ...saved, multi: true, current: ["a", "b"] });
    expect((await resolve([several], { ask })).states.get("v")?.current).toEqual([""]);
    const all = variable({ ...saved, includeAll: true });
    expect((await resolve([all], { ask })).states.get("v")?.current).toBe("$__all");
    const linked = await resolve([saved], { ask, chosen: { v: "gone" } });
    expect(linked.states.get("v")?.current).toBe("gone");
  });

  it("asks nobody what another kind of datasource was to be asked", async () => {
    const logs = variable({ name: "logs", type: "datasource", query: "loki" });
    const app = variable({
      name: "app",
      query: "label_values(app)",
      datasource: { uid: "${logs}" },
      current: "web",
    });
    const direct = variable({ name: "region", query: "regions()", datasource: { type: "cloudwatch" } });
    const { states, asked } = await resolve([logs, app, direct]);
    expect(asked).toEqual([]);
    expect(states.get("app")?.current).toBe("web");
    expect(states.get("app")?.error).toMatch(/asked of loki/);
    expect(states.get("region")?.error).toMatch(/asked of cloudwatch/);
  });

  it("reads All in every spelling that addresses carry", async () => {
    const all = variable({ query: "label_values(up, job)", includeAll: true, multi: true, allValue: ".+" });
    for (const v of ["All", "$__all", ".+", ["All"]]) {
      expect((await resolve([all], { chosen: { v } })).states.get("v")?.current).toEqual(["$__all"]);
    }
    const among = (found: string[]) => resolve([all], { chosen: { v: "All" }, ask: async () => found });
    expect((await among([])).states.get("v")?.current).toEqual(["$__all"]);
    expect((await among(["b", "All"])).states.get("v")?.current).toEqual(["All"]);
    const auto = variable({ type: "interval", query: "1m", auto: true, current: "$__auto_interval_v" });
    expect((await resolve([auto])).states.get("v")?.current).toBe("auto");
  });

  it("asks again with another range only where a variable says so", async () => {
    const ranges: string[] = [];
    const ask: ResolveInput["ask"] = async (_datasource, path, params) => {
      ranges.push(`${path} ${params.start}`);
      return [];
    };
    const once = variable({ name: "a", query: "label_values(a)", refresh: 1 });
    const often = variable({ name: "b", query: "label_values(b)", refresh: 2 });
    const range = { fromMs: 60_000, toMs: 120_000 };
    await resolve([once, often], { ask, range, loadRange: { fromMs: 0, toMs: 60_000 } });
    expect(ranges).toEqual(["label/a/values 0", "label/b/values 60"]);
  });

  it("offers datasources by name, several of them where the variable is multi", async () => {
    const ds = { type: "datasource", query: "prometheus", regex: "/^(Ma)in/" } as const;
    expect((await resolve([variable(ds)])).states.get("v")?.options).toEqual([{ text: "Main", value: "p1" }]);
    const several = variable({ ...ds, regex: "", multi: true, current: ["Other", "p1"] });
    expect((await resolve([several])).states.get("v")?.current).toEqual(["p2", "p1"]);
    const foreign = variable({ ...ds, query: "loki" });
    expect((await resolve([foreign])).states.get("v")?.options).toEqual([]);
  });

  it("survives an upstream that fails, a circle, and a saved datasource of another place", async () => {
    const failing = { ask: () => Promise.reject(new Error("The datasource cannot be reached.")) };
    const { states } = await resolve([variable({ query: "label_values(a)", current: "saved" })], failing);
    expect(states.get("v")).toEqual({
      options: [],
      current: "saved",
      error: "The datasource cannot be reached.",
    });
    const circle = [
      variable({ name: "a", query: "label_values($b)" }),
      variable({ name: "b", query: "label_values($a)" }),
    ];
    await expect(resolve(circle)).resolves.toBeDefined();
    const foreign = variable({
      name: "ds",
      type: "datasource",
      query: "prometheus",
      current: "P1809F7CD0C75ACF3",
    });
    expect((await resolve([foreign])).states.get("ds")?.current).toBe("p1");
  });
});
