import { describe, expect, it } from "vitest";
import { findOptionNames } from "./find-option-names";

async function ask(query: string, data: unknown = []) {
  const asked: [string, unknown][] = [];
  const names = await findOptionNames(query, { fromMs: 0, toMs: 1_000 }, async (path, params) => {
    asked.push([path, params["match[]"] ?? params.query]);
    return data;
  });
  return { asked: asked[0], names };
}

describe("findOptionNames", () => {
  it("asks for a label's values by a path that any name fits into", async () => {
    expect((await ask("label_values(up, job)")).asked).toEqual(["label/job/values", "up"]);
    expect((await ask("label_values({}, job)")).asked).toEqual(["label/job/values", undefined]);
    expect((await ask("label_values(up, k8s.pod_name/x)")).asked?.[0]).toBe(
      "label/U__k8s_2e_pod__name_2f_x/values",
    );
  });

  it("writes series as Grafana does, for regexes to read", async () => {
    const series = [{ __name__: "up", path: 'C:\\a "b"' }];
    expect((await ask("up", series)).names).toEqual(['up{path="C:\\a "b""}']);
    const vector = { resultType: "vector", result: [{ metric: { job: "a" }, value: [5, "1"] }] };
    expect((await ask("query_result(up)", vector)).names).toEqual(['{job="a"} 1 5000']);
  });
});
