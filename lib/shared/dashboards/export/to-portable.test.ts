import { describe, expect, it } from "vitest";
import { toPortable } from "./to-portable";
import { toStandalone } from "./to-standalone";

const variable = { type: "datasource", name: "DS_PROMETHEUS", query: "prometheus" };
const document = {
  title: "T",
  templating: { list: [variable] },
  panels: [{ type: "stat", datasource: { type: "prometheus", uid: "${DS_PROMETHEUS}" } }],
};

describe("toPortable", () => {
  it("makes an input of the variable DS_PROMETHEUS and keeps the variable", () => {
    const portable = toPortable(document, []);
    expect(portable.__inputs).toMatchObject([
      { name: "DS_PROMETHEUS", label: "PROMETHEUS", pluginId: "prometheus" },
    ]);
    expect(portable.templating).toEqual(document.templating);
  });

  it("replaces only the first blank of a name, as Grafana does", () => {
    const given = { title: "T", panels: [{ type: "stat", datasource: "My Prom One" }] };
    const portable = toPortable(given, [{ uid: "u", name: "My Prom One" }]);
    expect(portable.panels).toMatchObject([{ datasource: "${DS_MY_PROM ONE}" }]);
  });

  it("keeps the inputs that datasources of other kinds are asked by", () => {
    const input = (name: string, pluginId: string) => ({ name, label: name, type: "datasource", pluginId });
    const given = {
      __inputs: [input("DS_CW", "cloudwatch"), input("DS_PROM", "prometheus"), input("DS_GONE", "loki")],
      title: "T",
      panels: [
        { type: "stat", datasource: { type: "cloudwatch", uid: "${DS_CW}" } },
        { type: "stat", datasource: { type: "prometheus", uid: "${DS_PROM}" } },
      ],
    };
    const { __inputs: inputs, panels } = toPortable(given, []);
    expect(inputs).toMatchObject([{ name: "DS_PROM" }, { name: "DS_CW", pluginId: "cloudwatch" }]);
    expect(panels).toEqual(given.panels);
  });

  it("changes nothing of what it was given", () => {
    const before = JSON.stringify(document);
    toPortable(document, [{ uid: "a", name: "A" }]);
    expect(JSON.stringify(document)).toBe(before);
  });
});

describe("toStandalone", () => {
  it("leaves references that a variable of the dashboard fills", () => {
    expect(toStandalone(document, "u", "prom").panels).toEqual(document.panels);
    expect(toStandalone({ ...document, templating: {} }, "u", "prom").panels).toMatchObject([
      { datasource: { uid: "prom" } },
    ]);
  });
});
