import { describe, expect, it } from "vitest";
import type { ReadVariable } from "@/lib/shared/dashboards/reading-model";
import { type ResolveInput, resolveVariables } from "./resolve-variables";

function variable(change: Partial<ReadVariable>): ReadVariable {
  return {
    name: "v",
    label: "",
    type: "query",
    query: "",
    datasource: null,
    regex: "",
    multi: false,
    includeAll: false,
    allValue: null,
    refresh: 1,
    hide: 0,
    sort: 0,
    current: null,
    options: [],
    auto: false,
    autoCount: 30,
    autoMin: "10s",
    path: [],
    ...change,
  };
}

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

  it("keeps what was chosen while it exists, by value or text", async () => {
    const { states, asked } = await resolve(chain, { chosen: { job: "db", ds: "Other", instance: "gone" } });
    expect(asked[1]).toBe('p2 label/instance/values up{job=~"db"}');
    expect(states.get("instance")?.current).toBe("$__all");
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
