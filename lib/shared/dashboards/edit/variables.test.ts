import { describe, expect, it } from "vitest";
import { readDashboard } from "@/lib/shared/dashboards/read-dashboard";
import { listVariables, newVariable, variableNameProblem, withVariables } from "./variables";

describe("variables", () => {
  it("are put where Grafana keeps them, and all else stays", () => {
    const document = { title: "A", templating: { enable: true } };
    const changed = withVariables(document, [newVariable("query", "job")]);
    expect(changed.templating).toMatchObject({ enable: true, list: [{ name: "job" }] });
    expect(listVariables(changed)).toHaveLength(1);
    expect(listVariables(document)).toEqual([]);
  });

  it.each(["query", "custom", "interval", "datasource", "adhoc", "textbox", "constant"])(
    "a new %s variable reads back as one",
    (type) => {
      const dashboard = readDashboard(withVariables({ title: "A" }, [newVariable(type, "v")]));
      expect(dashboard.variables).toHaveLength(1);
      expect(dashboard.variables[0]).toMatchObject({ name: "v", type });
    },
  );

  it("says what is wrong with a name", () => {
    expect(variableNameProblem("job", ["env"])).toBeNull();
    for (const name of ["", "a-b", "a b", "__x", "env"])
      expect(variableNameProblem(name, ["env"]), name).toMatch(/\.$/);
  });
});
