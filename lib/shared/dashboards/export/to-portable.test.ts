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
